"""What a journal is made of: records with their sums in segments that survive anything."""
