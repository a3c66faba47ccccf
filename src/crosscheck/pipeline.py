"""The joiner: the only module that knows more than one room."""
