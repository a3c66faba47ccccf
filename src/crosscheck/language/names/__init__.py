"""Names of one article: where they begin and end, which of them are one person or body, and what the words around them say."""
