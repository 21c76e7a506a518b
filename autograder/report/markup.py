"""Students' code and Markdown as safe HTML: everything escaped, no raw HTML, no outside resource; trusted side."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import mistune
from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.submission.student_text import clean, shortened

MAX_MARKDOWN = 10_000  # longer text is shown as it is: parsing time can grow faster than length
MAX_CODE = 10_000  # longer code is shown without colours, likewise
MAX_LINE = 1_000
WORDS = ("picture", "Code", "Table")  # what the page calls what it shows
_LINKED = frozenset({"http", "https", "mailto"})


def code(source: str) -> Markup:
    """Return highlighted Python."""
    text = shortened(source.strip("\n"))
    if len(text) > MAX_CODE or max(map(len, text.split("\n"))) > MAX_LINE:
        return escape(text)
    html = highlight(text, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True))
    return Markup(html)  # pygments escapes what it is given


def markdown(source: str, say: Callable[[str], str] = str) -> Markup:
    """Return Markdown as HTML: headings as bold lines, pictures as their description, formulas as TeX."""
    text = shortened(source.strip())
    if len(text) > MAX_MARKDOWN:
        return _as_it_is(text)
    try:
        html = _parser(*map(say, WORDS))(text)
    except (RecursionError, ValueError):
        return _as_it_is(text)
    return Markup(html)  # every method of the renderer escapes what it is given


def _as_it_is(text: str) -> Markup:
    return Markup('<p class="as-is">{}</p>').format(text)


@cache
def _parser(picture: str, code: str, table: str) -> Callable[[str], str]:
    renderer = _SafeRenderer(escape=True)
    renderer.words = (picture, code, table)
    parser = mistune.create_markdown(renderer=renderer, plugins=["strikethrough", "table", "math"])
    return lambda text: str(parser(text))


class _SafeRenderer(mistune.HTMLRenderer):
    """mistune's renderer, without all that could load something, break the page's outline or need an inline style."""

    words = WORDS

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        return f"<p><strong>{text}</strong></p>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not _may_be_linked(url):
            return text
        return f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">{text if text.strip() else escape(url)}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return f'<span class="soft">[{escape(self.words[0])}{": " if text else ""}{escape(Markup(text).striptags())}]</span>'

    def block_html(self, html: str) -> str:
        return f"<p>{escape(html.strip())}</p>\n"

    def block_code(self, code: str, info: str | None = None) -> str:
        return f'<pre tabindex="0" role="group" aria-label="{escape(self.words[1])}"><code>{escape(code)}</code></pre>\n'

    def table(self, text: str) -> str:
        return (
            f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(self.words[2])}"><table>{text}</table></div>\n'
        )

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:
        return f'<th scope="col">{text}</th>' if head and text.strip() else f"<td>{text}</td>"

    def block_math(self, text: str) -> str:
        return f'<p class="tex">{escape(text.strip())}</p>\n'

    def inline_math(self, text: str) -> str:
        return f'<span class="tex">{escape(text)}</span>'


def _may_be_linked(url: str) -> bool:
    if url != clean(url):
        return False
    try:
        return urlsplit(url).scheme in _LINKED
    except ValueError:
        return False
