# tries: a formula with a full-width sign, which spreadsheets in some countries compute
# must: be bounded
# kind: name

NAME = "＝cmd|' /C calc'!A0"
TEXT = "＝cmd|' /C calc'!A0"
