"""What makes stock nbgrader safe, exact and fast: canonicalise, judge, save and feed back; trusted side.

`nbgrader_config.py` calls `configure`; every nbgrader command and formgrader's buttons then use these parts.
"""

from __future__ import annotations

from typing import Any


def configure(config: Any) -> None:
    """Plug the kit into an nbgrader configuration, as `get_config()` returns it."""
    from nbconvert.preprocessors import ClearMetadataPreprocessor
    from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata, IgnorePattern, LimitOutput

    from autograder.nbgrader_plugin.canonicalise import Canonicalise
    from autograder.nbgrader_plugin.exporter import SafeNotebookExporter
    from autograder.nbgrader_plugin.judged import JudgedExecute
    from autograder.nbgrader_plugin.saved import SaveJudgedGrades

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
    config.ClearMetadataPreprocessor.clear_notebook_metadata = False  # the result travels there to the feedback
    config.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", ".autograder"]
    config.ZipCollectApp.collector_plugin_class = "nbgrader.plugins.zipcollect.FileNameCollectorPlugin"
