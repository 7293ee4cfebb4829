"""What screens are made of, one file per widget."""
