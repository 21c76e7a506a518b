# tries: hands in a timestamp of a hundred megabytes
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "timestamp.txt").write_text("2026-01-01 " * 10_000_000)
