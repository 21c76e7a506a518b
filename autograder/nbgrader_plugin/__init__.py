"""What makes stock nbgrader safe, exact and fast: canonicalise, judge, save and feed back; trusted side.

`nbgrader_config.py` calls `configure`; every nbgrader command and formgrader's buttons then use these parts.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any


def configure(config: Any) -> None:
    """Plug the kit into an nbgrader configuration, as `get_config()` returns it."""
    # nbgrader builds its rows in a way that today's SQLAlchemy remarks on at length, at every student
    warnings.filterwarnings("ignore", message="Object of type <Submitted", module="nbgrader")
    from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
    from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata, IgnorePattern, LimitOutput

    from autograder.nbgrader_plugin.canonicalise import Canonicalise
    from autograder.nbgrader_plugin.export import MarkedCsvExport
    from autograder.nbgrader_plugin.exporter import SafeNotebookExporter
    from autograder.nbgrader_plugin.feedback import FeedbackExporter, ReadGrades
    from autograder.nbgrader_plugin.judged import JudgedExecute
    from autograder.nbgrader_plugin.repairs import mend
    from autograder.nbgrader_plugin.saved import SaveJudgedGrades

    mend()
    config.Autograde.exporter_class = SafeNotebookExporter  # reads any file, and keeps the judge between students
    config.Autograde.sanitize_preprocessors = [
        Canonicalise,  # in place of ClearOutput, DeduplicateIds, OverwriteKernelspec, OverwriteCells
        CheckCellMetadata,
    ]
    config.Autograde.autograde_preprocessors = [
        JudgedExecute,  # in place of Execute: no kernel, no hidden test in a student's process
        IgnorePattern,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveJudgedGrades,  # after the outputs are final, because nbgrader reads scores from them
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    config.GenerateFeedback.exporter_class = FeedbackExporter  # the student's page, in place of nbgrader's
    config.GenerateFeedback.preprocessors = [ReadGrades, CSSHTMLHeaderPreprocessor]  # the latter for nbgrader's own pages
    config.ClearMetadataPreprocessor.clear_notebook_metadata = False  # the result travels there to the feedback
    config.CourseDirectory.ignore = [
        ".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", ".autograder",
        "*.html",  # release_feedback hands out every page that it finds, also one that came with a submission
    ]  # fmt: skip
    config.ExportApp.plugin_class = MarkedCsvExport  # says which rows are ungraded
    root = Path(config.CourseDirectory.root) if "root" in config.CourseDirectory else Path.cwd()
    config.FileNameCollectorPlugin.named_regexp = collector_pattern(root)


def collector_pattern(root: Path) -> str:
    """Return zip_collect's pattern: `alice_<notebook>.ipynb`, or `<notebook>.ipynb` in a folder or an archive named `alice`.

    A counter that a browser put behind the name, as in `alice_warmup (1).ipynb`, is passed over.
    """
    names = sorted({path.stem for path in (root / "source").glob("*/*.ipynb")}, key=len, reverse=True)
    notebook = "|".join(re.escape(name) for name in names) or r"\w+"
    return rf".*/(?P<student_id>[^/]+?)[_/](?P<file_id>{notebook})(?:[ _-]?\(?\d+\)?)?\.ipynb$"
