"""The report room; see its modules."""
