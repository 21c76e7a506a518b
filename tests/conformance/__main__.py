"""`make conformance`: nbgrader's own tests with and without our plug-in, and the table in docs/conformance.md."""

from __future__ import annotations

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
    `--no-more`, nothing is run, and the table is of what is kept.
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
        _write(table(pairs, reasons))
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


def table(pairs: Sequence[tuple[Ran, Ran]], reasons: dict[tuple[str, str], str]) -> str:
    """Return the table, and below it each difference with its reason."""
    head = ["| nbgrader's own tests | stock: passed | with the plug-in: passed | differences |", "|---|---:|---:|---|"]
    lines = [*head, *(_row(stock, ours, reasons) for stock, ours in pairs)]
    told = [
        f"- `{ours.file}`, `{name}`: {reasons.get((ours.file, name), 'no reason is known yet')}"
        for stock, ours in pairs for name in differing(stock, ours)
    ]  # fmt: skip
    said = told or ["No test has another outcome with the plug-in."]
    return "\n".join([*lines, _all(pairs), "", _measured(pairs), "", *said]) + "\n"


def _all(pairs: Sequence[tuple[Ran, Ran]]) -> str:
    """Return the row of all files together."""
    found = []
    for way in (0, 1):
        verdicts = [verdict for pair in pairs for verdict in pair[way].tests.values()]
        found.append(f"{verdicts.count('passed')} of {len(verdicts) - verdicts.count('skipped')}")
    return f"| **all** | {found[0]} | {found[1]} | {sum(len(differing(*pair)) for pair in pairs) or 'none'} |"


def _measured(pairs: Sequence[tuple[Ran, Ran]]) -> str:
    """Say of which nbgrader and which states of the plug-in this is, and which files were not run at all."""
    version = pairs[0][0].nbgrader if pairs else "?"
    states = Counter(ours.plugin for _, ours in pairs)
    told = ", ".join(f"{state} ({count} files)" for state, count in states.most_common())
    missing = sorted(set(files()) - {ours.file for _, ours in pairs})
    rest = f" Not run: {', '.join(f'`{one}`' for one in missing)}." if missing else ""
    return f"nbgrader {version}; the plug-in's state: {told}.{rest}"


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
