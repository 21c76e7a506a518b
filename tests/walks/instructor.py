"""The instructor on the hub, who clicks in formgrader alone."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator

from tests.walks.screen import Screen

WIDE = {"width": 1400, "height": 800}  # formgrader's tables


class Instructor:
    """The instructor at work."""

    def __init__(self, screen: Screen, assignment: str) -> None:
        self.screen, self.page, self.assignment = screen, screen.page, assignment

    def hands_out(self) -> None:
        """Open formgrader, generate the students' version, and release it."""
        assert "Formgrader" not in self.screen.menu_items(), "it would be an empty tab"
        self.page.set_viewport_size(WIDE)  # type: ignore[arg-type]  # a dictionary of the right keys
        self._assignments()
        self.screen.keep("formgrader")
        self._click(self.assignment, "assign", "generated")
        self._click(self.assignment, "release")
        self.screen.keep("assignments")

    def grades(self, students: Sequence[str]) -> None:
        """Collect, and autograde each submission."""
        self._assignments()
        self._click(self.assignment, "collect", "collected")
        self._table_row(self.assignment).locator("td.num-submissions a").first.click()
        self.page.wait_for_load_state("networkidle")
        for name in students:
            self._click(name, "autograde")
        self.screen.keep("graded")

    def reads_by_hand(self, exercise: str, points: str, comment: str) -> None:
        """Open the submission that lost most, give points for an exercise, and say why."""
        self.page.get_by_role("link", name="Manual Grading").first.click()
        for _ in range(2):  # the assignment, and its notebook
            self.page.wait_for_load_state("networkidle")
            self.page.locator("td.name a", has_text=self.assignment).first.click()
        self.page.wait_for_load_state("networkidle")
        self.screen.keep("to-read")
        rows = self.page.locator("tbody tr", has=self.page.locator("td.name a")).all()
        min(rows, key=lambda row: float(row.locator("td.score").inner_text().split("/")[0])).locator("td.name a").first.click()
        self.page.wait_for_load_state("networkidle")
        score = self.page.locator(f"input.score#{exercise}")
        score.scroll_into_view_if_needed()
        self._type(score, points, "api/grade")
        self._type(self.page.locator(f"textarea#{exercise}_solution-comment"), comment, "api/comment")
        score.scroll_into_view_if_needed()
        self.screen.keep("by-hand")

    def gives_back(self) -> None:
        """Generate the feedback, and release it."""
        self._assignments()
        self._click(self.assignment, "generate-feedback")
        self._click(self.assignment, "release-feedback", "given-back")

    def _type(self, field: Locator, text: str, saved: str) -> None:
        with self.page.expect_response(lambda answer: saved in answer.url and answer.request.method == "PUT"):
            field.fill(text)
            field.press("Tab")

    def _assignments(self) -> None:
        self.page.goto(f"{self.screen.base}/formgrader/manage_assignments", wait_until="networkidle")

    def _table_row(self, name: str) -> Locator:
        return self.page.locator("tr", has=self.page.locator("td.name, td.student-id", has_text=name)).first

    def _click(self, name: str, button: str, picture: str = "") -> None:
        """Click a button in a row, and see that formgrader says it worked."""
        self._table_row(name).locator(f"td.{button} a").first.click()
        modal = self.page.locator(".modal.in, .modal.show").first
        modal.wait_for(state="visible")
        print(f"formgrader {button}: {modal.get_attribute('id')}", flush=True)
        assert modal.get_attribute("id") == "success-modal", modal.inner_text()
        if picture:
            self.screen.keep(picture)
        modal.locator("button.close").first.click()
        modal.wait_for(state="hidden")
        self.page.locator(".modal-backdrop").wait_for(state="detached")
