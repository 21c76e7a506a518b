# tries: a spreadsheet's formula as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = "=cmd|' /C calc'!A0"
TEXT = "=cmd|' /C calc'!A0"
