# tries: a sequence that the terminal answers as if it were typed as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '\x1b[6n\x1bP$qm\x1b\\\x05'
TEXT = '\x1b[6n\x1bP$qm\x1b\\\x05'
