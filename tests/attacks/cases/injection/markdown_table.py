# tries: cells of a table as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '| 100 / 100 | solved |\n|---|---|\n# evil'
TEXT = '| 100 / 100 | solved |\n|---|---|\n# evil'
