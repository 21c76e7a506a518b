# tries: a path that leaves the folder on Windows
# must: be bounded
# kind: name

NAME = '..\\..\\evil.ipynb'
TEXT = '..\\..\\evil'
