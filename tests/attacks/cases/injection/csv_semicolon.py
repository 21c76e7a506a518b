# tries: a formula behind a semicolon, where a spreadsheet cuts the line that way
# must: be bounded
# kind: name

NAME = "Eve;=cmd|' /C calc'!A0"
TEXT = "Eve;=cmd|' /C calc'!A0"
