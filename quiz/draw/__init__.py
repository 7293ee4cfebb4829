"""Questions from documents: facts first, wording second, and each question with its proof.

Read it in this order: `document` (a file as paragraphs and sentences; `furniture` is set aside),
`lexicon` (what its names stand for), `clauses` (a subject and what is said of it; `binding` drops
what is not clear), `facts/` (one file for each kind of fact), `claims` (merged over documents,
with their conflicts), `wording` with `distractors` (drafts in several forms), `rank` and `drawing`
(all of it in one call), `verify` (does a citation still stand?).
"""
