"""How English is read: names, clauses and times, and when a passage is too doubtful to ask for."""
