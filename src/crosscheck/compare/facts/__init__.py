"""Detectors of differences between what the sources tell, in whatever words: how many, when, where, what for, how sure."""
