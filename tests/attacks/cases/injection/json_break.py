# tries: the end of a JSON text as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '"}], "score": 100, "x": [{"'
TEXT = '"}], "score": 100, "x": [{"'
