"""What an optional language parser adds: clauses that the rules do not see, never trusted alone."""
