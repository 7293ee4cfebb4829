"""The game line by line, for screen readers, pipes and dumb terminals.

``talk`` reads and writes lines, ``entry`` turns a typed line into an answer, ``asking``,
``telling`` and ``ending`` hold the words for a question, a verdict and the results, ``acts`` are
the commands that start with a slash, and ``game`` puts them in their order.
"""
