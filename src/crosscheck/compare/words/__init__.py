"""Words as comparable tokens: folding, weights, classes of words, sounds, and the alignment of two wordings."""
