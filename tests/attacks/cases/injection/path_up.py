# tries: a path that climbs as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '../../../evil'
TEXT = '../../../evil'
