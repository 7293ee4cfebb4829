"""The screens, one file each; the app imports them only when they are opened."""
