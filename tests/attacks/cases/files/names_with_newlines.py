# tries: calls its files what breaks logs
# must: gain nothing
# kind: file

def make(folder, solved):
    for name in ("a\nb.ipynb", "::add-mask::x.ipynb", "\x1b[2J.ipynb", "..ipynb", "-rf.ipynb", "=cmd().ipynb", "<script>.ipynb"):
        (folder / name).write_text("{}")
