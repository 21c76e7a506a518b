"""The course's own helpers: `checks` (the tables under your exercises), `data` (every dataset) and `plots`."""

from lesson.unwritten import install as _install

_install()
