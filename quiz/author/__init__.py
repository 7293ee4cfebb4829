"""Making packs: what an editor would object to, and the formats of other programs.

Everything here takes and returns values; nothing opens a file.
"""
