"""Questions from documents: facts first, wording second, and each question with its proof.

Read it in this order: `document` (a file as paragraphs and sentences; `furniture` is set aside),
`lexicon` (what its names stand for), `clauses` (a subject and what is said of it; `binding` drops
what is not clear, `inner` what belongs to a clause inside), `facts/` (one file for each kind of
fact), `context` (facts that lost what they are about get it back, or go), `claims` (merged over
documents by the closed list of `relations`, with their conflicts), `beyond` (what a `parser` adds
where one is installed, never against them; `parsed` says how), `wording` with `distractors`
(drafts in several forms), `rank` and `drawing` (all of it in one call), `verify` (does a citation
still stand?).
"""
