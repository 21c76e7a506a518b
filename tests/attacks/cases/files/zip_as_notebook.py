# tries: hands in an archive under the notebook's name
# must: gain nothing
# kind: file

import zipfile


def make(folder, solved):
    with zipfile.ZipFile(folder / "toy.ipynb", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil", bytes(50_000_000))
