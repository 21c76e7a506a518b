"""Takes the README's pictures of a page: `python -m autograder.report.screenshots PAGE.html PICTURE.png`; trusted side."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import click

_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


@click.command()
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("picture", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--width", default=1280, show_default=True, help="The window's width.")
@click.option("--height", default=1000, show_default=True, help="The window's height.")
@click.option("--scale", default=1.0, show_default=True, help="Pixels of the picture a pixel of the page.")
@click.option("--dark", is_flag=True, help="As it is in dark mode.")
@click.option("--at", default="", help="Scroll to the element with this id.")
def main(page: Path, picture: Path, width: int, height: int, scale: float, dark: bool, at: str) -> None:
    """Write a picture of PAGE as a browser shows it, as a small file."""
    from playwright.sync_api import sync_playwright  # here, because only developers have it

    browser_path = shutil.which("chromium")
    if browser_path is None:
        raise click.ClickException("There is no chromium here: install Debian's package of that name.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(_ARGUMENTS))
        opened = browser.new_page(
            viewport={"width": width, "height": height}, device_scale_factor=scale, color_scheme="dark" if dark else "light"
        )
        opened.goto(page.resolve().as_uri())
        if at:
            opened.locator(f"#{at}").evaluate("one => one.scrollIntoView()")
        shot = opened.screenshot()
        browser.close()
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(_small(shot))


def _small(png: bytes) -> bytes:
    from PIL import Image  # comes with matplotlib

    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
