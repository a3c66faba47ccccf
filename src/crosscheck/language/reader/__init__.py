"""The trained reader: tokens to the encoder's input, one pass of the network, and its labels joined into attributions."""
