"""Checks of what is recorded, none made twice: schemas are prepared once, notebooks checked when whole; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from nbformat.v4 import nbbase
from nbgrader.nbgraderformat import common


@contextmanager
def schemas_prepared_once() -> Iterator[None]:
    """Let nbgrader check cells with prepared schemas: proving a schema costs more than checking a class against it."""
    prepared: dict[int, tuple[Mapping[str, Any], Any]] = {}

    def validate(instance: object, schema: Mapping[str, Any]) -> None:
        known = prepared.get(id(schema))
        if known is None or known[0] is not schema:
            kind = validator_for(schema)
            kind.check_schema(schema)
            known = prepared[id(schema)] = schema, kind(schema)
        error = best_match(known[1].iter_errors(instance))
        if error is not None:
            raise error

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
