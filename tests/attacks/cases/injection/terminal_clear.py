# tries: a sequence that clears the screen as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '\x1b[2J\x1b[H\x1b[31m\x9b2J'
TEXT = '\x1b[2J\x1b[H\x1b[31m\x9b2J'
