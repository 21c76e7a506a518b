# tries: the name of a device on Windows
# must: be bounded
# kind: name

NAME = 'aux.ipynb'
TEXT = 'CON'
