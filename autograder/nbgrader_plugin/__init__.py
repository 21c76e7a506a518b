"""What makes stock nbgrader safe, exact and fast: canonicalise, judge, save and feed back; trusted side.

`nbgrader_config.py` calls `configure`; every nbgrader command and formgrader's buttons then use these parts.
"""

from __future__ import annotations

import warnings
from typing import Any

from autograder.nbgrader_plugin.environment import put_tools_on_path


def configure(config: Any) -> None:
    """Plug the kit into an nbgrader configuration, as `get_config()` returns it."""
    put_tools_on_path()  # nbgrader may have been started by its full path
    # SQLAlchemy warns of the way in which nbgrader builds its rows, once for each student
    warnings.filterwarnings("ignore", message="Object of type <Submitted", module="nbgrader")
    from nbconvert.preprocessors import ClearMetadataPreprocessor
    from nbgrader.preprocessors import CheckCellMetadata, IgnorePattern, LimitOutput

    from autograder.nbgrader_plugin.canonicalise import Canonicalise
    from autograder.nbgrader_plugin.collected import mend_collect
    from autograder.nbgrader_plugin.due_dates import write_due_dates_into_releases
    from autograder.nbgrader_plugin.exporter import SafeNotebookExporter
    from autograder.nbgrader_plugin.helper_files import fetch_where_named
    from autograder.nbgrader_plugin.judged import JudgedExecute
    from autograder.nbgrader_plugin.late import CourseLatePenalties
    from autograder.nbgrader_plugin.repairs import mend
    from autograder.nbgrader_plugin.saved import SaveJudgedGrades

    mend()
    mend_collect()
    write_due_dates_into_releases(config)
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
        CourseLatePenalties,  # with the term's due dates and rule, and each student's extension
        CheckCellMetadata,
    ]
    fetch_where_named(config)
    _plug_in_the_rest(config)


def _plug_in_the_rest(config: Any) -> None:
    """Plug in what comes after grading: feedback, export and collection."""
    from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor

    from autograder.nbgrader_plugin.collector import CourseCollector
    from autograder.nbgrader_plugin.export import MarkedCsvExport
    from autograder.nbgrader_plugin.extractor import CourseExtractor
    from autograder.nbgrader_plugin.feedback import FeedbackExporter, ReadGrades

    config.GenerateFeedback.exporter_class = FeedbackExporter  # the student's page, in place of nbgrader's
    config.GenerateFeedback.preprocessors = [ReadGrades, CSSHTMLHeaderPreprocessor]  # the latter for nbgrader's own pages
    config.ClearMetadataPreprocessor.clear_notebook_metadata = False  # the result travels there to the feedback
    config.ExportApp.plugin_class = MarkedCsvExport  # says which rows are ungraded
    config.ZipCollectApp.extractor_plugin = CourseExtractor  # bounds what students' own archives may unpack to
    config.ZipCollectApp.collector_plugin = CourseCollector  # knows the names that the usual systems give
