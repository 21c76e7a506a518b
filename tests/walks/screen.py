"""One user's browser: signed in to the hub, with pictures of what they see."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from tests.walks.page import ROOT

PICTURES = ROOT / "docs" / "images" / "walks"
PATIENCE = 300_000  # milliseconds: a busy machine is slow, and slowness is no failure here
COLOURS = 96


@dataclass(frozen=True)
class Screen:
    """A page of the browser, and the address of the user's Jupyter."""

    page: Page
    base: str

    @classmethod
    def signed_in(cls, browser: Browser, url: str, name: str, password: str) -> Screen:
        """Sign in as a user, and wait until JupyterLab is there."""
        page = browser.new_context(viewport={"width": 1200, "height": 720}).new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{url}/hub/login")
        page.fill("#username_input", name)
        page.fill("#password_input", password)
        page.click("#login_submit")
        page.wait_for_url("**/lab**")
        page.locator(".jp-Launcher, .jp-FileBrowser").first.wait_for()
        return cls(page, f"{url}/user/{name}")

    def menu(self, item: str) -> None:
        """Choose an item of JupyterLab's menu Nbgrader."""
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def menu_items(self) -> list[str]:
        """What the menu Nbgrader offers."""
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        items = self.page.locator(".lm-Menu .lm-Menu-item:not(.lm-mod-hidden) .lm-Menu-itemLabel").all_inner_texts()
        self.page.keyboard.press("Escape")
        return items

    def keep(self, name: str, part: Locator | None = None) -> None:
        """Take a picture of the window or of a part of it, with few colours: the pages that show it stay small."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        self.page.wait_for_timeout(1000)  # what is fading in has come
        (part or self.page).screenshot(path=str(path))
        Image.open(path).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        print(f"{name}.png  {path.stat().st_size} bytes", flush=True)
