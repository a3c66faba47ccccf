"""Typed values in running text: a closed grammar on top of any pipeline's names and tags."""
