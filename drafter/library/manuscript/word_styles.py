"""What styles and direct formatting make of a paragraph or a run in a Word document."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements and attributes."""

_VALUE = f"{WORD}val"
_OFF = ("0", "false", "off", "none")

# Built-in styles have English names in the file, whatever Word shows; files from elsewhere may
# have the Swedish ones.
_HEADING = re.compile(r"(?:heading|rubrik) ?([1-9])")
_TITLES = ("title", "titel", "rubrik")
_LIST = re.compile(r"(?:list number|list bullet|numrerad lista|punktlista)(?: [1-9])?")
_CONTENTS = re.compile(r"(?:toc|innehåll|contents) ?(?:[1-9]|heading)")
_REMARKS = ("utkastnotering", "utkaststatus")


class Element(Protocol):
    """As much of an XML element as a reader needs."""

    @property
    def tag(self) -> object:
        """Its name, with the namespace in braces."""

    @property
    def text(self) -> str | None:
        """The text directly in it."""

    def get(self, key: str, /) -> str | None:
        """One of its attributes."""

    def find(self, path: str, /) -> "Element | None":
        """The first descendant along a path of names."""

    def iter(self, tag: str, /) -> "Iterator[Element]":
        """All descendants of that name, in document order."""

    def iterancestors(self, tag: str, /) -> "Iterator[Element]":
        """All ancestors of that name, the nearest first."""

    def __iter__(self) -> "Iterator[Element]": ...


class Style(NamedTuple):
    """What a style, or formatting by hand, says; None where it leaves the matter open.

    ``level`` is 1 for the title, 2 for Heading 1 and 0 for what is no heading. What is ``silent``
    is not the report's own text: a table of contents, or a remark of drafter's own.
    """

    level: int | None = None
    bold: bool | None = None
    underlined: bool | None = None
    item: bool | None = None
    silent: bool | None = None

    def over(self, base: "Style") -> "Style":
        """This style where it says something, elsewhere the base."""
        return Style(
            level=base.level if self.level is None else self.level,
            bold=base.bold if self.bold is None else self.bold,
            underlined=base.underlined if self.underlined is None else self.underlined,
            item=base.item if self.item is None else self.item,
            silent=base.silent if self.silent is None else self.silent,
        )


class Styles(NamedTuple):
    """The styles of a document by their ids; ``default`` is that of a paragraph without one."""

    by_id: Mapping[str, Style]
    default: str = ""

    def of_paragraph(self, properties: Element | None) -> Style:
        """What a paragraph is, from its style and its own formatting."""
        base = self.by_id.get(_id(properties, "pStyle") or self.default, Style())
        return _layout(properties).over(base)

    def of_run(self, properties: Element | None, paragraph: Style) -> Style:
        """How a run looks, in a paragraph of some style."""
        base = self.by_id.get(_id(properties, "rStyle"), Style())
        return _typeface(properties).over(base).over(paragraph)


def read_styles(root: Element | None) -> Styles:
    """The styles of a document, each with what it inherits."""
    own: dict[str, Style] = {}
    bases: dict[str, str] = {}
    default = ""
    for style in root.iter(f"{WORD}style") if root is not None else ():
        style_id = style.get(f"{WORD}styleId") or ""
        own[style_id] = _own(style, style_id)
        bases[style_id] = _id(style, "basedOn")
        if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true"):
            default = style_id
    return Styles({style_id: _inherited(style_id, own, bases) for style_id in own}, default)


def _inherited(style_id: str, own: Mapping[str, Style], bases: Mapping[str, str]) -> Style:
    style, seen = Style(), {""}
    while style_id in own and style_id not in seen:
        seen.add(style_id)
        style = style.over(own[style_id])
        style_id = bases[style_id]
    return style


def _own(style: Element, style_id: str) -> Style:
    """What a style says itself: by its name first, then by its properties."""
    name = (_id(style, "name") or style_id).partition(",")[0].strip().casefold()
    said = _layout(style.find(f"{WORD}pPr")).over(_typeface(style.find(f"{WORD}rPr")))
    return _named(name).over(said)


def _named(name: str) -> Style:
    if heading := _HEADING.fullmatch(name):
        return Style(level=int(heading[1]) + 1)
    if name in _TITLES:
        return Style(level=1)
    silent = name in _REMARKS or bool(_CONTENTS.fullmatch(name))
    return Style(item=_LIST.fullmatch(name) is not None or None, silent=silent or None)


def _layout(properties: Element | None) -> Style:
    """What paragraph properties say: the level of an outline, and whether it is a list item."""
    if properties is None:
        return Style()
    outline = _id(properties, "outlineLvl")
    number = _id(properties, f"numPr/{WORD}numId")
    level = None if not outline.isdecimal() else int(outline) + 2 if int(outline) < 9 else 0
    return Style(level=level, item=number != "0" if number else None)


def _typeface(properties: Element | None) -> Style:
    return Style(bold=_switch(properties, "b"), underlined=_switch(properties, "u"))


def _switch(properties: Element | None, name: str) -> bool | None:
    child = properties.find(f"{WORD}{name}") if properties is not None else None
    return None if child is None else child.get(_VALUE) not in _OFF


def _id(parent: Element | None, name: str) -> str:
    """The value of a child element, such as the id of a style; empty when there is none."""
    child = parent.find(f"{WORD}{name}") if parent is not None else None
    return "" if child is None else child.get(_VALUE) or ""
