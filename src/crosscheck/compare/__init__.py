"""The compare room; see its modules."""
