"""How a file becomes paragraphs: its bytes, its lines, its sentences, and what is no text of it."""
