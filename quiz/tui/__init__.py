"""The screen: everything a player sees and presses; nothing outside this package knows Textual."""
