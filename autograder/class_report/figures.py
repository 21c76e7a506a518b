"""The report's figures: accessible SVG drawn by matplotlib, with colours that the page's style sheet sets; trusted side."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.class_report.beliefs import Belief
from autograder.class_report.statistics import BINS, STATUSES, Item, ScoreSummary
from autograder.class_report.svg import INK, accessible, paint
from autograder.class_report.teach import percent, students
from autograder.result import SOLVED, WRONG

WIDTH = 4.6  # inches: about as many points as a phone's screen has pixels, so that text keeps its size there
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text
    "font.size": 12,
    "font.family": "sans-serif",
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.constrained_layout.use": True,
}

_COMPACT: dict[str, Any] = {"handlelength": 0.8, "handletextpad": 0.4, "columnspacing": 0.9, "borderpad": 0.0}


@dataclass(frozen=True)
class Figure:
    """One figure: SVG to stand in a page, and the sentence that it is described by."""

    name: str
    title: str
    description: str
    svg: str


def score_figure(scores: ScoreSummary) -> Figure:
    """Draw the distribution of the scores."""
    figure, axes = _empty(2.6)
    axes.bar(range(BINS), scores.counts, width=0.9, align="edge", color=paint("bar"))
    axes.set_xticks(range(0, BINS + 1, 2), [f"{10 * tick}" for tick in range(0, BINS + 1, 2)])
    axes.set_xlabel("score in percent")
    axes.set_ylabel("students")
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.set_xlim(0, BINS)
    axes.set_ylim(0, max(1, *scores.counts) * 1.15)
    for place, count in enumerate(scores.counts):
        if count:
            axes.annotate(str(count), (place + 0.45, count), (0, 2), textcoords="offset points", ha="center", fontsize=11)
    if scores.median is not None:
        axes.axvline(scores.median / 10, color=paint("mark"), linewidth=2, linestyle="--")
    return _finish(figure, "scores", "Distribution of the scores", _describe_scores(scores))


def outcome_figure(items: Sequence[Item]) -> Figure:
    """Draw, for each exercise, how many solved it, partly solved it, had it wrong, or did not start."""
    figure, axes = _empty(1.2 + 0.5 * len(items))
    left = [0.0] * len(items)
    for status in STATUSES:
        counts = [item.statuses[status] for item in items]
        if any(counts):
            axes.barh(range(len(items)), counts, left=left, height=0.42, label=status, color=paint(status))
        left = [before + count for before, count in zip(left, counts, strict=True)]
    for row, item in enumerate(items):
        axes.annotate(item.id, (0, row - 0.27), ha="left", va="bottom", fontsize=12)  # above its bar: names are long
    axes.set_yticks([])
    axes.set_ylim(len(items) - 0.6, -0.75)
    axes.set_xlim(0, max(1, *left))
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("students")
    axes.spines["left"].set_visible(False)
    if any(left):
        figure.legend(loc="outside upper left", ncols=4, frameon=False, fontsize=11, **_COMPACT)
    return _finish(figure, "outcomes", "What became of each exercise", _describe_outcomes(items))


def item_figure(items: Sequence[Item]) -> Figure | None:
    """Draw difficulty against discrimination; None where no exercise has both."""
    known = [item for item in items if item.difficulty is not None and item.discrimination is not None]
    if not known:
        return None
    figure, axes = _empty(3.2)
    axes.axhline(0.3, color=paint("grid"), linewidth=1, linestyle=":")
    x, y = [item.difficulty or 0.0 for item in known], [item.discrimination or 0.0 for item in known]
    axes.scatter(x, y, s=36, color=paint("bar"), zorder=3)
    for place, point in enumerate(zip(x, y, strict=True), 1):
        axes.annotate(str(place), point, (5, 4), textcoords="offset points", fontsize=12, fontweight="bold")
    axes.set_xlabel("difficulty (share won; right is easier)")
    axes.set_ylabel("discrimination")
    axes.set_xlim(*_around(x))
    axes.set_ylim(*_around([*y, 0.3]))
    numbered = "; ".join(
        f"{place} is {item.id}, difficulty {item.difficulty:.2f}, discrimination {item.discrimination:.2f}"
        for place, item in enumerate(known, 1)
    )
    return _finish(figure, "items", "Difficulty and discrimination", f"One numbered point an exercise: {numbered}.")


def belief_figure(beliefs: Sequence[Belief]) -> Figure | None:
    """Draw, for each question, how many foresaw what happened and how many did not; None where nobody guessed."""
    told = [belief for belief in beliefs if belief.n]
    if not told:
        return None
    figure, axes = _empty(1.2 + 0.5 * len(told))
    right, wrong = [one.right for one in told], [one.n - one.right for one in told]
    axes.barh(range(len(told)), right, height=0.42, label="right or near", color=paint(SOLVED))
    axes.barh(range(len(told)), wrong, left=right, height=0.42, label="surprised", color=paint(WRONG))
    for row, one in enumerate(told):
        axes.annotate(one.question.name.replace("_", " "), (0, row - 0.27), ha="left", va="bottom", fontsize=12)
    axes.set_yticks([])
    axes.set_ylim(len(told) - 0.6, -0.75)
    axes.set_xlim(0, max(one.n for one in told))
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("students who guessed")
    axes.spines["left"].set_visible(False)
    figure.legend(loc="outside upper left", ncols=2, frameon=False, fontsize=11, **_COMPACT)
    rows = "; ".join(f"{one.question.name}: {one.right} of {one.n} were right or near" for one in told)
    return _finish(figure, "beliefs", "Who foresaw what happened", f"One bar a question, in the notebook's order. {rows}.")


def _around(values: Sequence[float]) -> tuple[float, float]:
    """Return limits with room for labels, never narrower than is honest."""
    middle, half = (min(values) + max(values)) / 2, max(0.15, (max(values) - min(values)) / 2 + 0.07)
    return middle - half, middle + half


def _describe_scores(scores: ScoreSummary) -> str:
    if not scores.n:
        return "No submission has been graded yet."
    filled = [(10 * place, count) for place, count in enumerate(scores.counts) if count]
    bins = (f"{students(count)} from {low} to {low + 10} percent" for low, count in filled)
    return f"A histogram in ten bins: {', '.join(bins)}. The dashed line is the median, {scores.median:.0f} percent."


def _describe_outcomes(items: Sequence[Item]) -> str:
    rows = []
    for item in items:
        counts = [(status, item.statuses[status]) for status in STATUSES if item.statuses[status]]
        parts = [f"{status} {count} ({percent(count / item.n)})" for status, count in counts]
        rows.append(f"{item.id}: {', '.join(parts) or 'no results'}")
    return f"One bar an exercise, in the notebook's order. {'; '.join(rows)}."


def _empty(height: float) -> tuple[Any, Any]:
    """Return a figure of our own, apart from pyplot's global state."""
    import matplotlib
    from matplotlib.figure import Figure as Canvas

    with matplotlib.rc_context(SETTINGS):
        figure = Canvas(figsize=(WIDTH, height), layout="constrained")
        axes = figure.add_subplot()
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    return figure, axes


def _finish(figure: Any, name: str, title: str, description: str) -> Figure:
    import matplotlib

    drawn = io.StringIO()
    with matplotlib.rc_context({**SETTINGS, "svg.hashsalt": name}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    return Figure(name, title, description, accessible(drawn.getvalue(), name, title, description))
