"""The review desk's papers: drafts, an author's steps, and what these teach."""
