"""A student on the hub, who clicks and types: the Assignment List, the notebook, Validate, the feedback."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from playwright.sync_api import Locator

from autograder.demo.assemble import assemble
from tests.walks.screen import Screen


def answered(notebook: Path, answers: Path) -> str:
    """The fetched notebook with these answers in it."""
    return assemble(notebook, answers)


class Student:
    """One student at work."""

    def __init__(self, screen: Screen, name: str, assignment: str) -> None:
        self.screen, self.page, self.name, self.assignment = screen, screen.page, name, assignment
        self.folder = Path("/home", name, assignment)
        self.notebook = self.folder / f"{assignment}.ipynb"

    def fetches(self) -> None:
        """Fetch the assignment, and see it among what was downloaded."""
        assert self.screen.menu_items() == ["Assignment List"]
        self._list()
        self.screen.keep("released")
        self._press("released_assignments_list", "Fetch")
        self._row("fetched_assignments_list").wait_for()
        self._row("fetched_assignments_list").locator(".assignment-notebooks-link").click()
        self._notebook_row().wait_for()
        self.screen.keep("fetched")

    def types(self, work: str) -> None:
        """Open the notebook, run it from top to bottom, and type the answers on the way."""
        self._notebook_row().locator("a", has_text=self.assignment).click()
        self.page.locator(".jp-Notebook .jp-Cell").first.click()
        self.page.locator(".jp-NotebookPanel .jp-Toolbar").first.wait_for()
        self.screen.keep("notebook")
        self.page.keyboard.press("Escape")
        before, after = (json.loads(text)["cells"] for text in (self.notebook.read_text(encoding="utf-8"), work))
        for number, (stub, answer) in enumerate(zip(before, after, strict=True)):
            if number == len(after) - 1:
                self._save()
            if stub["source"] != answer["source"]:
                self.page.keyboard.press("Enter")
                self.page.keyboard.press("Control+a")
                self.page.keyboard.insert_text("".join(answer["source"]))
            self._run()
        self._see(self.page.locator("caption", has_text="Before you hand in").last, "precheck")
        self._see(self.page.locator("caption", has_text=re.compile(r"^compute_cost: \d")).last, "visible-checks")

    def validates(self) -> None:
        """Click Validate in the notebook's toolbar, and read which checks fail."""
        self.page.locator(".jp-NotebookPanel .validate-button").click()
        said = self._validated()
        assert "compute_cost: 3 of 7 checks to go" in said and "✗ compute_cost(half, Y_tiny)" in said, said
        assert "expose_cost" not in said.replace("expose_cost(", ""), "an exercise worth no points was called failed"
        self._see(self.page.locator("#validation-message pre", has_text="3 of 7 checks to go"), "validate")
        self.page.locator(".jp-Dialog button", has_text="Ok").click()

    def validates_from_the_list(self) -> None:
        """Click Validate in the Assignment List, where all checks pass."""
        self._list()
        if not self._notebook_row().is_visible():
            self._row("fetched_assignments_list").locator(".assignment-notebooks-link").click()
        self._notebook_row().get_by_role("button", name="Validate").click()
        said = self._validated()
        self.screen.keep("validate-passed")
        assert "Success" in said, said
        self.page.locator(".jp-Dialog button", has_text="Ok").click()

    def uploads(self, work: str) -> None:
        """Put a notebook that was written elsewhere in the place of the fetched one."""
        self.page.locator(".jp-DirListing-item", has_text=self.assignment).first.dblclick()
        self.page.locator(".jp-DirListing-item", has_text=f"{self.assignment}.ipynb").wait_for()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, self.notebook.name)
            file.write_text(work, encoding="utf-8")
            with self.page.expect_file_chooser() as chooser:
                self.page.locator('.jp-FileBrowser [data-jp-item-name="uploader"]').click()
            chooser.value.set_files(str(file))
            self.page.locator(".jp-Dialog button", has_text="Overwrite").click()
            self.page.locator(".jp-Dialog").wait_for(state="detached")
            for _ in range(60):
                self.page.wait_for_timeout(1000)
                if json.loads(self.notebook.read_text(encoding="utf-8"))["cells"] == json.loads(work)["cells"]:
                    return
        raise AssertionError("the uploaded notebook did not arrive")

    def submits(self) -> None:
        """Hand in."""
        self._list()
        self._press("fetched_assignments_list", "Submit")
        self._row("submitted_assignments_list").wait_for()
        self.screen.keep("submitted")

    def reads_feedback(self, said: str) -> None:
        """Fetch the feedback, and open it from the list."""
        self.page.reload()
        self.page.locator(".jp-FileBrowser").first.wait_for()
        self._list()
        self.page.get_by_role("button", name="Fetch Feedback").first.click()
        self.page.get_by_text("(view feedback)").first.wait_for()
        self.screen.keep("feedback-list")
        self.page.get_by_text("(view feedback)").first.click()
        file = self.page.locator(".jp-DirListing-item", has_text=f"{self.assignment}.html")
        file.wait_for()
        file.dblclick()
        frame = self.page.frame_locator(".jp-HTMLViewer iframe, iframe.jp-HTMLViewer, .jp-IFrame iframe").first
        frame.get_by_role("heading", name="Your score").wait_for()
        self.screen.keep("feedback")
        file.click(button="right")
        with self.page.context.expect_page() as opened:  # there, and only there, the links inside the page work
            self.page.get_by_role("menuitem", name="Open in New Browser Tab").click()
        page = opened.value
        page.get_by_role("heading", name="Your score").wait_for()
        page.get_by_role("link", name=re.compile("The cost")).first.click()
        page.get_by_text(said).first.scroll_into_view_if_needed()
        Screen(page, self.screen.base).keep("feedback-by-hand")

    def _list(self) -> None:
        """Open the Assignment List, or go back to it."""
        self.screen.menu("Assignment List")
        self.page.locator("#released_assignments_list .list_item, #fetched_assignments_list .list_item").first.wait_for()

    def _row(self, section: str) -> Locator:
        return self.page.locator(f"#{section} .list_item", has_text=self.assignment).first

    def _notebook_row(self) -> Locator:
        return self.page.locator("#fetched_assignments_list .nested_list_item", has_text=self.assignment).first

    def _press(self, section: str, button: str) -> None:
        self._row(section).get_by_role("button", name=button, exact=True).first.click()

    def _save(self) -> None:
        self.page.keyboard.press("Control+s")
        self.page.wait_for_timeout(3000)

    def _run(self) -> None:
        """Run the cell, and wait until none is busy."""
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_timeout(300)
        busy = "() => [...document.querySelectorAll('.jp-InputPrompt')].every(one => !one.textContent.includes('*'))"
        self.page.wait_for_function(busy)

    def _see(self, part: Locator, picture: str) -> None:
        """Scroll to a part of the notebook, and take its picture."""
        part.scroll_into_view_if_needed()
        self.screen.keep(picture)

    def _validated(self) -> str:
        """What the dialog says."""
        message = self.page.locator("#validation-message")
        message.wait_for()
        return message.inner_text()
