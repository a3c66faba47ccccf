"""The sources room; see its modules."""
