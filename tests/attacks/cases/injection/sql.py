# tries: words for a database as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = "'; DROP TABLE student; --"
TEXT = "'; DROP TABLE student; --"
