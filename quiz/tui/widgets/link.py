"""Link: a text that does something when it is clicked; its key does the same."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Link(Static):
    """A clickable text, with the action of the screen that it stands for."""

    ALLOW_SELECT = False

    def __init__(self, content: Content, action: str, *, id: str | None = None) -> None:
        """Show `content`; a click runs `action` on the screen."""
        super().__init__(content, id=id)
        self._action = action

    async def on_click(self) -> None:
        """Do what the key would do."""
        await self.screen.run_action(self._action)
