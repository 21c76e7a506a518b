# tries: characters that XML cannot hold as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '\x00\x0b\ufffe\ud800'
TEXT = '\x00\x0b\ufffe\ud800'
