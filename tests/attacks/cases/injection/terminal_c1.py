# tries: an escape sequence that begins with one character
# must: be bounded
# kind: name

NAME = '\x9b31m\x9d0;evil\x9c'
TEXT = '\x9b31m\x9d0;evil\x9c'
