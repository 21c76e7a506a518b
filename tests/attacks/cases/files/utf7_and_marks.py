# tries: has three byte order marks and a text that ends in half a character
# must: gain nothing
# kind: file

def make(folder, solved):
    (folder / "toy.ipynb").write_bytes(b"\xff\xfe\x00\x00" + b"\xef\xbb\xbf{" + b"\xed\xa0\x80" * 1000)
