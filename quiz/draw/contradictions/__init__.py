"""How two documents are found to disagree: what each says, in a closed list of relations."""
