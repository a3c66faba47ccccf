"""The values an article states, as comparable values: numbers with what they count, days, times."""
