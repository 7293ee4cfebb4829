"""A pack's text while it is written: what an edit does not touch keeps its bytes."""
