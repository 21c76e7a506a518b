"""Makes matplotlib's SVG fit to stand in a page: described, themed by classes, without inline styles; trusted side.

A page with a strict content security policy allows no style attributes, so these become presentation attributes; the
colours below become classes, which the page's style sheet gives their light and dark values.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from autograder.result import NEEDS_REVIEW, NOT_STARTED, PARTIAL, SOLVED, WRONG

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
INK = "#010101"
_COLOURS = {
    INK: "ink",
    "#010102": "bar",
    "#010103": "mark",
    "#010104": "grid",
    "#010105": "solved",
    "#010106": "partial",
    "#010107": "wrong",
    "#010108": "blank",
    "#010109": "review",
}
_STATUS_CLASSES: dict[str, str] = {
    SOLVED: "solved",
    PARTIAL: "partial",
    WRONG: "wrong",
    NOT_STARTED: "blank",
    NEEDS_REVIEW: "review",
}
_DROPPED = {"font", "font-family", "white-space"}  # the page's style sheet sets the typeface


def paint(what: str) -> str:
    """Return the placeholder colour of a class, or of an exercise's status."""
    wanted = _STATUS_CLASSES.get(what, what)
    return next(colour for colour, name in _COLOURS.items() if name == wanted)


def accessible(text: str, name: str, title: str, description: str) -> str:
    """Return the SVG as one image with a name and a description, ready to stand in HTML."""
    root = ElementTree.fromstring(text[text.index("<svg") :])
    _remove(root, "metadata", "style")
    used = _references(root)
    for element in root.iter():
        _restyle(element)
        own = element.attrib.pop("id", None)
        if own in used:
            element.set("id", f"{name}-{own}")
        _prefix_references(element, name)
        if (target := element.attrib.pop(f"{{{_XLINK}}}href", None)) is not None:
            element.set("href", target)  # the older spelling needs a namespace that HTML does not have
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    root.attrib.update({"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "class": "figure", "focusable": "false"})
    for place, (tag, content) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{_SVG}}}{tag}", {"id": f"{name}-{tag}"})
        element.text = content
        root.insert(place, element)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]  # inside HTML the namespace is known
    return ElementTree.tostring(root, encoding="unicode")


def _remove(root: ElementTree.Element, *tags: str) -> None:
    for parent in root.iter():
        for child in list(parent):
            if child.tag.rpartition("}")[2] in tags:
                parent.remove(child)


def _restyle(element: ElementTree.Element) -> None:
    """Turn a style attribute into presentation attributes, and placeholder colours into classes."""
    style = element.attrib.pop("style", "")
    declarations = dict(part.split(":", 1) for part in style.split(";") if ":" in part)
    for key, value in declarations.items():
        key, value = key.strip(), value.strip()
        if key == "font" and (size := re.search(r"([\d.]+)px", value)):
            element.set("font-size", size[1])
            if "bold" in value or re.search(r"\b[67]00\b", value):
                element.set("font-weight", "bold")
        if key not in _DROPPED:
            element.set(key, value)
    classes = [f"{key}-{_COLOURS[element.attrib.pop(key)]}" for key in ("fill", "stroke") if element.get(key) in _COLOURS]
    if classes:
        element.set("class", " ".join(classes))
    if element.tag == f"{{{_SVG}}}text" and "fill" not in element.attrib and not classes:
        element.set("class", "fill-ink")


def _references(root: ElementTree.Element) -> set[str]:
    values = [value for element in root.iter() for value in element.attrib.values()]
    return {match for value in values for match in re.findall(r"(?:url\(#|^#)([\w-]+)", value)}


def _prefix_references(element: ElementTree.Element, name: str) -> None:
    for key, value in element.attrib.items():
        if "#" in value and key.rpartition("}")[2] in ("href", "clip-path", "fill", "stroke"):
            element.set(key, re.sub(r"(url\(#|^#)([\w-]+)", rf"\1{name}-\2", value))
