"""Unpacks downloads for nbgrader's zip_collect, so that no student's archive ends or fills it; trusted side."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from nbgrader.plugins import ExtractorPlugin

from autograder.nbgrader_plugin.unpacked import folder_of, unpack


class CourseExtractor(ExtractorPlugin):  # type: ignore[misc]  # nbgrader is untyped
    """Unpacks and copies to the same places as nbgrader's own, within bounds."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack each archive below a folder into a folder of its own, and copy the other files."""
        if not os.listdir(archive_path):
            self.log.warning("No files found in directory: %s", archive_path)
        for root, _, names in os.walk(archive_path):
            target = Path(extracted_path, os.path.relpath(root, archive_path))
            for name in names:
                file = Path(root, name)
                target.mkdir(parents=True, exist_ok=True)
                if file.suffix in self.zip_ext:
                    self.log.info("Extracting from: %s", file)
                    self.log.info("  Extracting to: %s", folder_of(target / name))
                    unpack(file, folder_of(target / name), self.zip_ext, self.log.warning)
                else:
                    self.log.info("Copying from: %s", file)
                    self.log.info("  Copying to: %s", target / name)
                    shutil.copy(file, target / name)
