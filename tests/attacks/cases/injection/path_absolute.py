# tries: an absolute path as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '/etc/evil'
TEXT = '/etc/evil'
