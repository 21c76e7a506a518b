"""Checks of what is recorded, none made twice: schemas are prepared once, notebooks checked when whole; trusted side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from nbformat.v4 import nbbase
from nbgrader.nbgraderformat import common

MAX_REMEMBERED, MAX_LETTERS = 4096, 4096  # of metadata that are known to be valid; a student can make others, of any length


@contextmanager
def schemas_prepared_once() -> Iterator[None]:
    """Let nbgrader check cells with prepared schemas, and the same metadata once: a class's cells are the source's own."""
    prepared: dict[int, tuple[Mapping[str, Any], Any]] = {}
    valid: set[tuple[int, str]] = set()

    def validate(instance: object, schema: Mapping[str, Any]) -> None:
        text = json.dumps(instance, sort_keys=True)
        if (id(schema), text) in valid:
            return
        known = prepared.get(id(schema))
        if known is None or known[0] is not schema:
            kind = validator_for(schema)
            kind.check_schema(schema)
            known = prepared[id(schema)] = schema, kind(schema)
        error = best_match(known[1].iter_errors(instance))
        if error is not None:
            raise error
        if len(valid) < MAX_REMEMBERED and len(text) < MAX_LETTERS:
            valid.add((id(known[0]), text))

    before = common.jsonschema
    common.jsonschema = SimpleNamespace(validate=validate)
    try:
        yield
    finally:
        common.jsonschema = before


@contextmanager
def checked_when_whole(exporter: Any) -> Iterator[None]:
    """Let nbformat check a notebook after the last step, and neither each cell that is made nor the whole after each step."""
    before = nbbase.validate, exporter.optimistic_validation
    nbbase.validate, exporter.optimistic_validation = (lambda *_, **__: None), True
    try:
        yield
    finally:
        nbbase.validate, exporter.optimistic_validation = before
