"""Sphinx's configuration: `make docs` builds the pages of this folder, which also read well where they lie, as a site."""

from __future__ import annotations

import re

from sphinx.application import Sphinx

project = "Neural networks from scratch, auto-graded"
author = "The maintainers"
project_copyright = "the maintainers, MIT licence"
html_title = "The auto-graded course kit"

extensions = ["myst_parser"]
myst_heading_anchors = 4  # links to headings, as GitHub has them
myst_enable_extensions = ["dollarmath"]
exclude_patterns = ["ci"]
nitpicky = True
suppress_warnings = ["myst.header"]  # the reference of write-an-exercise.md is a second title on purpose

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
linkcheck_anchors = False

_LISTS = ("index", "decisions/index")
_LINK = re.compile(r"^[-|] *\[[^]]+\]\(([\w/-]+)\.md\)", re.MULTILINE)


def _with_contents(app: Sphinx, name: str, source: list[str]) -> None:
    """Make the table of contents from the lists of links in a page, under their headings: on GitHub they are the contents."""
    if name not in _LISTS:
        return
    for section in re.split(r"^## ", source[0], flags=re.MULTILINE)[0 if name != "index" else 1 :]:
        pages, caption = _LINK.findall(section), section.partition("\n")[0]
        if pages:
            options = [":hidden:"] + ([f":caption: {caption}"] if name == "index" else [])
            source[0] += "\n\n" + "\n".join(["```{toctree}", *options, "", *pages, "```"]) + "\n"


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", _with_contents)
