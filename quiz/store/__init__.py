"""The disk: packs, the journal of every answer, players, and the seat that a front end plays from.

`places` says where everything lives; `library` and `packs` read packs; `journal` keeps records (its
files are `segments/`); `players` and `scores` keep who plays and who ranks; `seat` is a player at
the table: it opens, resumes, records and closes rounds. `editing/` writes packs, `desk/` keeps the
reviews of drafts. Imports core only.
"""
