"""Drafts of statements: the reader's attributions and the quotations in marks brought together, and what both overlook."""
