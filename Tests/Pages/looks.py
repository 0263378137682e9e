"""The ways in which a page is looked at: screen, dark, phone and paper."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Look:
    """How a browser shows a page."""

    name: str
    width: int
    height: int
    scheme: str = "light"
    media: str = "screen"

    def context(self, browser):
        """A window of its own, without anything kept from another."""
        context = browser.new_context(
            viewport={"width": self.width, "height": self.height},
            color_scheme=self.scheme,
            reduced_motion="reduce",
            service_workers="block",
        )
        return context


LOOKS = [
    Look("light", 1280, 900),
    Look("dark", 1280, 900, scheme="dark"),
    Look("phone", 360, 740),
    # The width of A4 at 96 points to the inch, less the margins of the style.
    Look("print", 700, 1000, media="print"),
]
