# tries: a line of a log as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = 'x\nINFO: mallory: 48 / 48'
TEXT = 'x\nINFO: mallory: 48 / 48'
