# tries: a path with a null byte as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = 'a\x00b'
TEXT = 'a\x00b'
