"""The disk: where things live, packs, the journal of every answer, players and settings.

``places`` says which folders there are; ``toml`` reads files, finds positions in them and replaces
them whole; ``packs`` turns a file into a `Pack` or into problems with line and column; ``library``
lists what can be played.
"""
