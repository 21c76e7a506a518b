"""The figures of the course; every function takes an optional `ax` and returns the Axes it drew on.

Colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart; a class or a curve
always has a marker or a line style of its own as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, ListedColormap
from matplotlib.ticker import MaxNLocator

Array = npt.NDArray[Any]
Function = Callable[[Any], Any]

BLUE, ORANGE, GREEN, RED, PURPLE, SKY, BLACK = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000",
)  # fmt: skip
COLOURS = (BLUE, RED, GREEN, PURPLE, ORANGE, SKY, BLACK)
STYLES = ("-", "--", "-.", ":")
MARKERS = ("o", "^", "s", "D", "v", "P", "X", "*", "<", ">")
GREY = "#7F7F7F"
BACKGROUND = ListedColormap(["#CFE3F1", "#FBDCC8"])
DIVERGING = LinearSegmentedColormap.from_list("blue to red", [BLUE, "#FFFFFF", RED])


def _axes(ax: Axes | None, size: tuple[float, float] = (6.0, 4.0)) -> Axes:
    """The given Axes, or those of a new figure."""
    if ax is not None:
        return ax
    return plt.subplots(figsize=size, layout="constrained")[1]


def _legend(ax: Axes) -> None:
    """Name the curves: beside the panel where there are many, so that no name lies over a curve."""
    if len(ax.lines) > 4:
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    else:
        ax.legend()


def _label(ax: Axes, xlabel: str, ylabel: str, title: str | None = None) -> Axes:
    """Name both axes and, where there is one, set the title."""
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    if title:
        ax.set_title(title)
    return ax


def _looks(many: int = 28) -> list[dict[str, Any]]:
    """Colours and line styles that differ from curve to curve."""
    pairs = zip(cycle(COLOURS), cycle(STYLES), strict=False)
    return [{"color": colour, "linestyle": style} for _, (colour, style) in zip(range(many), pairs, strict=False)]


def learning_curve(costs: Sequence[float], every: int = 100, label: str | None = None, ax: Axes | None = None) -> Axes:
    """The cost during training; `costs` holds one value for each `every` iterations."""
    ax = _axes(ax)
    look = _looks()[len(ax.lines) % 28]
    ax.plot(every * np.arange(len(costs)), costs, label=label, **look)
    if label is not None:
        ax.legend()
    ax.grid(alpha=0.3)
    return _label(ax, "iteration", "cost", ax.get_title() or "Learning curve")


def learning_curves(
    curves: Mapping[str, Sequence[float]],
    every: int = 1,
    log: bool = False,
    xlabel: str = "iteration",
    title: str = "Learning curves",
    ax: Axes | None = None,
) -> Axes:
    """Several costs in one figure, {label: costs}; `log` draws the cost axis in powers of ten."""
    ax = _axes(ax)
    for (label, costs), look in zip(curves.items(), cycle(_looks()), strict=False):
        ax.plot(every * np.arange(len(costs)), costs, label=label, **look)
    if log:
        ax.set_yscale("log")
    _legend(ax)
    ax.grid(alpha=0.3)
    return _label(ax, xlabel, "cost (log scale)" if log else "cost", title)


def points(X: Array, Y: Array, title: str | None = None, ax: Axes | None = None, *, legend: bool = True) -> Axes:
    """The examples of a two-feature dataset; each class has its own colour and marker."""
    ax = _axes(ax, (5.0, 4.2))
    labels = np.ravel(Y)
    for kind, colour, marker in zip(np.unique(labels), cycle(COLOURS), cycle(MARKERS), strict=False):
        chosen = labels == kind
        ax.scatter(
            X[0, chosen], X[1, chosen], s=22, c=colour, marker=marker, edgecolors="white", linewidths=0.4,
            label=f"class {kind:g}",
        )  # fmt: skip
    if legend:
        ax.legend(loc="best", framealpha=0.85)
    return _label(ax, "feature $x_1$", "feature $x_2$", title)


def decision_boundary(
    predict: Function,
    X: Array,
    Y: Array,
    title: str = "Decision boundary",
    ax: Axes | None = None,
    steps: int = 200,
    *,
    legend: bool = True,
) -> Axes:
    """What `predict` answers everywhere in the plane, with the examples on top.

    `predict` takes X of shape (2, m) and returns labels of shape (1, m).
    """
    ax = _axes(ax, (5.0, 4.2))
    low, high = X.min(axis=1), X.max(axis=1)
    margin = 0.12 * (high - low)
    first, second = (np.linspace(*ends, steps) for ends in zip(low - margin, high + margin, strict=True))
    grid_1, grid_2 = np.meshgrid(first, second)
    answers = np.asarray(predict(np.vstack([grid_1.ravel(), grid_2.ravel()])), dtype=float).reshape(grid_1.shape)
    ax.contourf(grid_1, grid_2, answers, levels=[-0.5, 0.5, 1.5], cmap=BACKGROUND, extend="both")
    if answers.min() < 0.5 < answers.max():
        ax.contour(grid_1, grid_2, answers, levels=[0.5], colors="black", linewidths=1.2)
    return points(X, Y, title, ax, legend=legend)


def boundaries(models: Sequence[tuple[Function, str]], X: Array, Y: Array, columns: int = 3) -> Array:
    """The decision boundaries of several models side by side, [(predict, title), ...]; returns their Axes."""
    axes = _panels(len(models), columns, (4.2, 3.7))
    for ax, (predict, title) in zip(axes, models, strict=True):
        decision_boundary(predict, X, Y, title, ax, legend=False)
    axes[0].figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)  # over no panel's points
    return axes


def curves(
    lines: Mapping[str, tuple[Any, Any]], xlabel: str, ylabel: str, title: str | None = None, ax: Axes | None = None
) -> Axes:
    """Several curves, {label: (x, y)}."""
    ax = _axes(ax)
    for (label, (x, y)), look in zip(lines.items(), cycle(_looks()), strict=False):
        ax.plot(x, y, label=label, **look)
    _legend(ax)
    ax.grid(alpha=0.3)
    return _label(ax, xlabel, ylabel, title)


def bars(values: Mapping[str, float], ylabel: str, title: str | None = None, xlabel: str = "", ax: Axes | None = None) -> Axes:
    """One bar a value, {label: value}, with the value written above it."""
    ax = _axes(ax)
    drawn = ax.bar([str(name) for name in values], list(values.values()), color=SKY, edgecolor=BLUE)
    ax.bar_label(drawn, fmt="{:.4g}", padding=2)
    ax.margins(y=0.12)
    return _label(ax, xlabel, ylabel, title)


def activations(functions: Sequence[tuple[Function, Function, str]], low: float = -5.0, high: float = 5.0) -> Array:
    """Activations and their slopes, [(f, df, name), ...], two panels a row; returns their Axes."""
    z = np.linspace(low, high, 200)
    axes = _panels(len(functions), 2, (4.4, 3.1))
    for ax, (f, df, name) in zip(axes, functions, strict=True):
        ax.axhline(0, color=GREY, linewidth=0.6)
        ax.axvline(0, color=GREY, linewidth=0.6)
        ax.plot(z, f(z), color=BLUE, label="activation")
        ax.plot(z, df(z), color=RED, linestyle="--", label="slope")
        ax.legend()
        _label(ax, "z", "value", name)
    return axes


def image_grid(
    X: Array, labels: Any, predictions: Any = None, shape: tuple[int, int] = (8, 8), n: int = 10, columns: int = 5
) -> Array:
    """The first `n` examples as images, one example a column of X; returns their Axes.

    With predictions, a wrong one is marked by a cross and a red title.
    """
    n = min(n, X.shape[1])
    axes = _panels(n, columns, (1.5, 1.75))
    truth = np.ravel(labels)
    for i, ax in enumerate(axes):
        ax.imshow(X[:, i].reshape(shape), cmap="gray_r")
        title, colour = f"label {truth[i]:g}", BLACK
        if predictions is not None:
            guess = np.ravel(predictions)[i]
            right = guess == truth[i]
            title, colour = (f"{title}\npredicted {guess:g} {'✓' if right else '✗'}", BLACK if right else RED)
        ax.set_title(title, fontsize=9, color=colour)
        _bare(ax)
    axes[0].figure.supxlabel("pixel column", fontsize=9)
    axes[0].figure.supylabel("pixel row", fontsize=9)
    return axes


def weight_images(W1: Array, shape: tuple[int, int] = (8, 8), columns: int = 4, beside: Array | None = None) -> Array:
    """The incoming weights of each unit of the first layer as an image, one scale for all; returns their Axes.

    `beside` are the weights of another figure that is to be compared with this one: the scale then holds for both.
    """
    axes = _panels(len(W1), columns, (1.5, 1.6))
    limit = max(float(np.abs(one).max()) for one in (W1, W1 if beside is None else beside)) or 1.0
    for i, (ax, row) in enumerate(zip(axes, W1, strict=True)):
        picture = ax.imshow(row.reshape(shape), cmap=DIVERGING, vmin=-limit, vmax=limit)
        ax.set_title(f"unit {i + 1}", fontsize=9)
        _bare(ax)
    figure = axes[0].figure
    figure.colorbar(picture, ax=axes.tolist(), label="weight", shrink=0.7)
    figure.supxlabel("pixel column", fontsize=9)
    figure.supylabel("pixel row", fontsize=9)
    return axes


def history(record: Mapping[str, Sequence[float]], best_epoch: int | None = None) -> Array:
    """Cost and accuracy during training in two panels, with the best epoch marked; returns their Axes.

    A name with "acc" in it is drawn in the accuracy panel, every other one in the cost panel.
    """
    accuracy = {name: values for name, values in record.items() if "acc" in name}
    cost = {name: values for name, values in record.items() if "acc" not in name}
    groups = [(group, name) for group, name in ((cost, "cost"), (accuracy, "accuracy")) if group]
    axes = _panels(len(groups), 2, (5.0, 3.6))
    for ax, (group, ylabel) in zip(axes, groups, strict=True):
        for (name, values), look in zip(group.items(), cycle(_looks()), strict=False):
            ax.plot(np.arange(len(values)), values, label=name.replace("_", " "), **look)
        if best_epoch is not None:
            ax.axvline(best_epoch, color=GREY, linestyle=":", label=f"best epoch ({best_epoch})")
        ax.legend()
        ax.grid(alpha=0.3)
        _label(ax, "epoch", ylabel, f"{ylabel.capitalize()} during training")
    return axes


def confusion(matrix: Array, classes: Sequence[Any], title: str = "Confusion matrix", ax: Axes | None = None) -> Axes:
    """How often each true class (row) was predicted as each class (column); the colours are those of the errors alone."""
    ax = _axes(ax, (5.4, 4.8))
    matrix = np.asarray(matrix)
    errors = np.where(np.eye(len(matrix), dtype=bool), 0, matrix)
    picture = ax.imshow(errors, cmap="Oranges", vmin=0, vmax=max(float(errors.max()), 1.0))
    for (row, column), count in np.ndenumerate(matrix):
        shade = "white" if errors[row, column] > errors.max() / 2 else BLUE if row == column else "black" if count else GREY
        ax.text(column, row, f"{count:g}", ha="center", va="center", fontsize=9, color=shade)
    ax.set_xticks(range(len(classes)), [str(name) for name in classes])
    ax.set_yticks(range(len(classes)), [str(name) for name in classes])
    ax.figure.colorbar(picture, ax=ax, label="errors (blue numbers are right)")
    return _label(ax, "predicted class", "true class", title)


def embedding(places: Array, labels: Any, title: str = "Embedding", ax: Axes | None = None) -> Axes:
    """Points in the plane, shape (m, 2), with a colour, a marker and a number for each class."""
    ax = _axes(ax, (6.4, 5.2))
    kinds = np.ravel(labels)
    palette = plt.get_cmap("tab10")
    for i, kind in enumerate(np.unique(kinds)):
        chosen = places[kinds == kind]
        marker = MARKERS[i % len(MARKERS)]
        ax.scatter(chosen[:, 0], chosen[:, 1], s=16, color=palette(i % 10), marker=marker, label=f"{kind:g}")
        ax.annotate(f"{kind:g}", np.median(chosen, axis=0), fontsize=13, weight="bold", ha="center", va="center",
                    bbox={"boxstyle": "circle", "facecolor": "white", "alpha": 0.8, "linewidth": 0})  # fmt: skip
    ax.legend(title="class", bbox_to_anchor=(1.0, 1.0), loc="upper left")
    return _label(ax, "first coordinate", "second coordinate", title)


def magnitudes(
    lines: Mapping[str, Sequence[float]],
    ylabel: str = "size of the gradient (log scale)",
    title: str = "Gradient sizes, layer by layer",
    ax: Axes | None = None,
) -> Axes:
    """One curve a network, {name: [a value for each layer]}, on a log scale."""
    ax = _axes(ax)
    looks = zip(cycle(_looks()), cycle(MARKERS), strict=False)
    for (name, values), (look, marker) in zip(lines.items(), looks, strict=False):
        ax.semilogy(np.arange(1, len(values) + 1), values, label=name, marker=marker, markersize=5, **look)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.legend()
    ax.grid(alpha=0.3)
    return _label(ax, "layer", ylabel, title)


def distribution(
    values: Mapping[str, Any], xlabel: str = "value", title: str | None = None, bins: int = 40, ax: Axes | None = None
) -> Axes:
    """Histograms in outline, {label: values}, over common bins."""
    ax = _axes(ax)
    groups = {label: np.ravel(group) for label, group in values.items()}
    edges = np.histogram_bin_edges(np.concatenate(list(groups.values())), bins=bins)
    for (label, group), look in zip(groups.items(), cycle(_looks()), strict=False):
        ax.hist(group, bins=edges.tolist(), density=True, histtype="step", linewidth=1.6, label=label, **look)
    ax.legend()
    return _label(ax, xlabel, "density", title)


def _panels(many: int, columns: int, size: tuple[float, float]) -> Array:
    """The Axes of a new figure with `many` panels, `columns` a row; `size` is that of one panel in inches."""
    columns = min(columns, many)
    rows = -(-many // columns)
    grid = plt.subplots(rows, columns, figsize=(size[0] * columns, size[1] * rows), layout="constrained", squeeze=False)[
        1
    ].ravel()
    for ax in grid[many:]:
        ax.set_axis_off()
    return grid[:many]


def _bare(ax: Axes) -> None:
    """Hide the ticks of an image."""
    ax.set_xticks([])
    ax.set_yticks([])
