"""The evaluation inside the repository: invented news, annotated before the program saw it, and what the program makes of it."""
