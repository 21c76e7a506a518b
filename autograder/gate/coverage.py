"""The table of what is taught where, and the items that no cell teaches any more; trusted side."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.course.coverage import FILE, TAG, Item, Place, places, read_items
from autograder.course.model import Course
from autograder.gate.files import Problem


def coverage_table(course: Course) -> str:
    """Return the table: item, notebook, heading; how many items there are and are taught stands above it."""
    items, where = read_items(course), places(course)
    wanted = [item for item in items if not item.left_out]
    taught = sum(item.id in where for item in wanted)
    lines = [f"{taught} of {len(wanted)} items are taught; {len(items) - len(wanted)} are left out on purpose.", ""]
    lines += ["| what | notebook | heading |", "|---|---|---|"]
    group = ""
    for item in items:
        if item.group != group:
            group = item.group
            lines.append(f"| **{_cell(group)}** | | |")
        lines.append(_row(item, where.get(item.id, ())))
    return "\n".join(lines) + "\n"


def check_coverage(course: Course) -> Iterator[Problem]:
    """Yield each item that no cell teaches, and each tag that names no item."""
    items, where = read_items(course), places(course)
    if not items and not where:
        return
    known = {item.id: item for item in items}
    for item in items:
        if not item.left_out and item.id not in where:
            remedy = (
                f"Tag the cell that does {TAG + item.id!r}; or take the item out of the file, where nobody needs it any more."
            )
            yield f"{FILE}: {item.id}", f"is taught by no cell of any notebook: {item.text}", remedy
    for tag, found in where.items():
        if tag not in known:
            remedy = f"Write the tag as {FILE} does, or add the item there."
            yield f"{found[0].notebook}: {TAG + tag}", "is the tag of an item that the course does not list", remedy
        elif known[tag].left_out:
            remedy = f"Take the tag off, or move the item out of its group in {FILE}."
            yield f"{found[0].notebook}: {TAG + tag}", "teaches an item that is said to be left out", remedy


def _row(item: Item, found: tuple[Place, ...]) -> str:
    notebooks = "<br>".join(f"`{place.notebook}`" for place in found) or ("left out" if item.left_out else "**nowhere**")
    return f"| {_cell(item.text)} | {notebooks} | {'<br>'.join(_cell(place.heading) for place in found)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
