"""Downloads are unpacked so that no student's archive ends the collection, fills the disk or leads anywhere."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from autograder.nbgrader_plugin import unpacked
from autograder.nbgrader_plugin.unpacked import MAX_WITHIN, folder_of, unpack

ENDINGS = (".zip", ".gz")
HERS = "Zoe Z_3_assignsubmission_file_/warmup.ipynb"
HIS = "Mal Lory_2_assignsubmission_file_"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(*entries: tarfile.TarInfo) -> bytes:
    """Return a compressed archive of these entries, each filled with zeros."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for entry in entries:
            archive.addfile(entry, io.BytesIO(bytes(entry.size)))
    return data.getvalue()


def entry(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    """Return an entry for an archive."""
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = size, kind, link
    return info


def encrypted(files: Mapping[str, bytes]) -> bytes:
    """Return an archive whose files say that they are encrypted."""
    data = bytearray(zipped(files))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    return bytes(data)


def collected(tmp_path: Path, files: Mapping[str, bytes]) -> tuple[dict[str, int], list[str]]:
    """Unpack a download that holds these files; return what lies there with its size, and what was warned of."""
    archive, warnings = tmp_path / "download.zip", list[str]()
    archive.write_bytes(zipped({HERS: b"{}", **files}))
    unpack(archive, tmp_path / "out" / "download", ENDINGS, warnings.append)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["download.zip", "out"]
    found = [path for path in (tmp_path / "out").rglob("*") if not path.is_dir()]
    assert not any(path.is_symlink() for path in found)
    below = {path.relative_to(tmp_path / "out" / "download").as_posix(): path.stat().st_size for path in found}
    assert below.pop(HERS) == 2
    return below, warnings


NO_ARCHIVES = {
    "a text": b"this is no archive",
    "nothing": b"",
    "half an archive": zipped({"a": bytes(1000)})[:-30],
    "a changed archive": zipped({"a": b"x" * 1000}).replace(b"PK\x03\x04", b"PK\x03\x05"),
    "an encrypted one": encrypted({"a": b"x"}),
    "half a compressed one": tarred(entry("a", 3000))[:60],
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("data", NO_ARCHIVES.values(), ids=NO_ARCHIVES.keys())
def test_what_cannot_be_unpacked_costs_nobody_else(tmp_path: Path, data: bytes, ending: str) -> None:
    """A file that is called like an archive and is none stays as it is, and the others are collected."""
    found, warnings = collected(tmp_path, {f"{HIS}/hw{ending}": data})
    assert found == {f"{HIS}/hw{ending}": len(data)} and len(warnings) == 1 and "hw" in warnings[0]


def test_archives_within_are_unpacked(tmp_path: Path) -> None:
    """A student hands in an archive, in which is another: each goes into a folder of its own."""
    inner = zipped({"warmup.ipynb": b"{}"})
    found, warnings = collected(
        tmp_path, {f"{HIS}/hw.zip": zipped({"my/work.zip": inner}), f"{HIS}/b.tar.gz": tarred(entry("x"))}
    )
    assert f"{HIS}/hw/my/work/warmup.ipynb" in found and f"{HIS}/b/x" in found and not warnings
    assert folder_of(Path("a/b.tar.gz")) == folder_of(Path("a/b.zip")) == Path("a/b")


LEADING_OUT = ("../out.txt", "a/../../out.txt", "/tmp/out.txt", "..", "a/..", "/", "C/../../x")


@pytest.mark.parametrize("name", LEADING_OUT)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    """What would be written anywhere else is not written."""
    found, warnings = collected(tmp_path, {f"{HIS}/hw.zip": zipped({name: b"x"}), f"{HIS}/b.tar.gz": tarred(entry(name, 1))})
    assert set(found) == {f"{HIS}/hw.zip", f"{HIS}/b.tar.gz"} and len(warnings) >= 1


def test_only_plain_files_are_made(tmp_path: Path) -> None:
    """Links, pipes and devices in an archive are passed over."""
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)
    entries = [entry(f"n{index}", 0, kind, "/etc/passwd") for index, kind in enumerate(kinds)]
    found, warnings = collected(tmp_path, {f"{HIS}/b.tar.gz": tarred(*entries, entry("plain", 3))})
    assert found.keys() == {f"{HIS}/b.tar.gz", f"{HIS}/b/plain"} and not warnings


@pytest.mark.parametrize(
    "make", [lambda files: zipped(files), lambda files: tarred(*(entry(n, len(d)) for n, d in files.items()))]
)
def test_a_bomb_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object) -> None:
    """Neither one file that unpacks to too much, nor many files, nor many large ones fill the disk."""
    monkeypatch.setattr(unpacked, "MAX_BYTES", 20_000)
    monkeypatch.setattr(
        unpacked.Room, "__init__", lambda self, files=20.0, bytes=30_000.0: self.__dict__.update(files=files, bytes=bytes)
    )
    assert callable(make)
    bombs = {
        "one": {"a": bytes(100_000)},
        "many": {str(i): b"" for i in range(99)},
        "large": {str(i): bytes(4_000) for i in range(9)},
    }
    for name, files in bombs.items():
        (tmp_path / name).mkdir()
        found, warnings = collected(tmp_path / name, {f"{HIS}/hw.zip": make(files)})
        del found[f"{HIS}/hw.zip"]
        assert len(warnings) == 1 and len(found) <= 20 and sum(found.values()) <= 30_000, name


def test_an_archive_that_holds_archives_has_an_end(tmp_path: Path) -> None:
    """One that holds itself would be unpacked for ever."""
    data = zipped({"x": b"x"})
    for _ in range(9):
        data = zipped({"r.zip": data})
    found, warnings = collected(tmp_path, {f"{HIS}/r.zip": data})
    assert len(found) == MAX_WITHIN + 1 and len(warnings) == 1
