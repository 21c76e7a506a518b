# tries: a command that begins where a line is wrapped as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil'
TEXT = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil ::add-mask::evil'
