"""nbgrader's check of each cell's metadata, with its schema prepared once instead of once a cell; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
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
