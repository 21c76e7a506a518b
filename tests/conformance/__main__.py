"""`make conformance`: nbgrader's own tests with and without our plug-in, and the table in docs/conformance.md."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence

from .run import HERE, OURS, ROOT, STOCK, Ran, files, is_kept, ran

PAGE = ROOT / "docs" / "conformance.md"
BEGIN, END = "<!-- make conformance -->\n", "<!-- end of conformance -->\n"
REASONS = HERE / "reasons.toml"


def main(arguments: Sequence[str]) -> int:
    """Run the files whose names hold one of these texts, or all; write the table; say whether a difference has no reason.

    With `--kept`, what was run with an earlier state of the plug-in is not run again; the page says how much that is. With
    `--no-more`, nothing is run: the table is of what is kept, and where a file's result is not, of the row that stands there.
    """
    chosen = [one for one in arguments if not one.startswith("--")]
    kept, no_more = "--kept" in arguments, "--no-more" in arguments
    reasons = {
        (one["file"], one["test"]): one["reason"] for one in tomllib.loads(REASONS.read_text("utf-8")).get("difference", [])
    }
    pairs: list[tuple[Ran, Ran]] = []
    for file in files():
        if chosen and not any(text in file for text in chosen):
            continue
        if no_more and not is_kept(file):
            continue
        pairs.append((ran(file, STOCK, kept_is_enough=kept), ran(file, OURS, kept_is_enough=kept)))
        print(_row(*pairs[-1], reasons), flush=True)
    if not chosen:
        _write(table(pairs, reasons, _standing({ours.file for _, ours in pairs}) if no_more else {}))
    unexplained = [
        (ours.file, name) for stock, ours in pairs for name in differing(stock, ours) if (ours.file, name) not in reasons
    ]
    for file, name in unexplained:
        print(f"{file}: {name} has another outcome with the plug-in: mend it, or give a reason in {REASONS.name}")
    broken = [one.file for pair in pairs for one in pair if not one.tests]
    for file in broken:
        print(f"{file}: no test was run")
    return 1 if unexplained or broken else 0


def differing(stock: Ran, ours: Ran) -> list[str]:
    """Return the tests whose outcome is not the same in both ways."""
    return sorted(name for name in stock.tests.keys() | ours.tests.keys() if stock.tests.get(name) != ours.tests.get(name))


def table(pairs: Sequence[tuple[Ran, Ran]], reasons: dict[tuple[str, str], str], standing: dict[str, str]) -> str:
    """Return the table, and below it each difference with its reason; of some files the rows are those that stand there."""
    head = ["| nbgrader's own tests | stock: passed | with the plug-in: passed | differences |", "|---|---:|---:|---|"]
    rows = standing | {ours.file: _row(stock, ours, reasons) for stock, ours in pairs}
    lines = [*head, *(rows[file] for file in files() if file in rows)]
    told = [
        f"- `{ours.file}`, `{name}`: {reasons.get((ours.file, name), 'no reason is known yet')}"
        for stock, ours in pairs for name in differing(stock, ours)
    ]  # fmt: skip
    said = told or ["No test has another outcome with the plug-in."]
    return "\n".join([*lines, _all(list(rows.values())), "", _measured(pairs, standing), "", *said]) + "\n"


def _standing(known: set[str]) -> dict[str, str]:
    """Return the rows of the page of files whose results are not kept here: another run's, which printed them."""
    found = (re.match(r"\| (\w+/\w+\.py) \|.* \|$", line) for line in PAGE.read_text(encoding="utf-8").split("\n"))
    return {match[1]: match[0] for match in found if match and match[1] not in known}


def _all(rows: Sequence[str]) -> str:
    """Return the row of all files together."""
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    passed = [[tuple(map(int, row[way].split(" of "))) for row in cells] for way in (1, 2)]
    said = [f"{sum(one for one, _ in way)} of {sum(all_ for _, all_ in way)}" for way in passed]
    differences = sum(0 if row[3] == "none" else int(row[3].split(",")[0]) for row in cells)
    return f"| **all** | {said[0]} | {said[1]} | {differences or 'none'} |"


def _measured(pairs: Sequence[tuple[Ran, Ran]], standing: dict[str, str]) -> str:
    """Say of which nbgrader and which states of the plug-in this is, and which files were not run at all."""
    version = pairs[0][0].nbgrader if pairs else "?"
    states = Counter(ours.plugin for _, ours in pairs)
    told = ", ".join(f"{state} ({count} files)" for state, count in states.most_common())
    missing = sorted(set(files()) - {ours.file for _, ours in pairs} - standing.keys())
    rest = f" Not run: {', '.join(f'`{one}`' for one in missing)}." if missing else ""
    earlier = (
        f" The rows of the other {len(standing)} files are of an earlier run, whose results are not kept." if standing else ""
    )
    return f"nbgrader {version}; the plug-in's state: {told}.{earlier}{rest}"


def _row(stock: Ran, ours: Ran, reasons: dict[tuple[str, str], str]) -> str:
    differences = differing(stock, ours)
    unknown = [name for name in differences if (ours.file, name) not in reasons]
    said = (
        "none"
        if not differences
        else f"{len(differences)}, {len(unknown)} without a reason"
        if unknown
        else f"{len(differences)}"
    )
    return f"| {stock.file} | {_passed(stock)} | {_passed(ours)} | {said} |"


def _passed(one: Ran) -> str:
    counts = Counter(one.tests.values())
    return f"{counts['passed']} of {len(one.tests) - counts['skipped']}"


def _write(text: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    PAGE.write_text(f"{before}{BEGIN}{text}{END}{rest.split(END, 1)[1]}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
