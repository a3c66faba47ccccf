"""The claims room; see its modules."""
