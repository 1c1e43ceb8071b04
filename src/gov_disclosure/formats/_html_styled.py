"""A page on which styles hide texts, strike them out or raise them: each element is asked how it looks."""

from collections.abc import Mapping

from attrs import define, field

from ._html_styles import HIDDEN, Styles
from ._html_target import PageTarget

__all__ = ["StyledTarget"]


@define(eq=False, kw_only=True)
class StyledTarget(PageTarget):
    """What lxml tells about a page whose styles say how texts look."""

    styles: Styles = field(factory=Styles)
    panes: bool = False
    """Whether what is hidden outside of tables is shown when someone asks for it."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        look = self.styles.look(tag, attributes)
        if self._is_pane(tag):
            look &= ~HIDDEN
        if look & HIDDEN:
            self.looks.append(look)
            return
        super().start(tag, attributes)
        if look:
            self.look(look)

    def _is_pane(self, tag: str) -> bool:
        """Tell whether something hidden is shown at times: no table is, and nothing in one."""
        return self.panes and tag != "table" and not self.opened
