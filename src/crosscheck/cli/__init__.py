"""The cli room; see its modules."""
