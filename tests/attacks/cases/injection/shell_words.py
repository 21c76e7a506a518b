# tries: words for a shell as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '$(evil) `evil` ; evil & | evil'
TEXT = '$(evil) `evil` ; evil & | evil'
