# tries: characters that turn the text around as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '\u202e84 / 84\u2066x'
TEXT = '\u202e84 / 84\u2066x'
