"""An auto-graded exercise kit for teaching neural networks from scratch; importing it costs nothing and reads nothing, on both sides."""

__version__ = "1.0.0"
