"""The language room; see its modules."""
