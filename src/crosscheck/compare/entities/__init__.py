"""One entity per person, body and place over all sources: names as keys, and which of them are one."""
