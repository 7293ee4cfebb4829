"""Questions from documents: facts first, wording second, and each question with its proof.

Read it in this order: `document` (a file as paragraphs and sentences; `lines/` says what each line
is, and what is set aside), `english/` (names, clauses and times; what is not clear binds to
nothing), `facts/` (one file for each kind of fact), `context` (facts that lost what they are about
get it back, or go), `claims` (merged over documents; `contradictions/` finds where these disagree),
`wording` with `distractors` (drafts in several forms), `rank` and `drawing` (all of it in one
call), `verify` (does a citation still stand?). `parsing/` is what an optional language parser adds.
"""
