"""The disk: packs, the journal of every answer, players, and the seat that a front end plays from.

``places`` says where everything lives; ``library`` and ``packs`` read packs; ``journal`` keeps
records; ``players`` and ``scores`` keep who plays and who ranks; ``seat`` is a player at the
table: it opens, resumes, records and closes rounds. Imports core only.
"""
