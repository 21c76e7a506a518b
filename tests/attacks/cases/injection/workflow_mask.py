# tries: a command that hides text in the job's log as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '::add-mask::e'
TEXT = '::add-mask::e'
