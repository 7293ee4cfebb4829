"""Wrong options that fit: of the same trade, tongue, class or size, from where they may come."""
