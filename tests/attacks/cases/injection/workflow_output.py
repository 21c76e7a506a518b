# tries: a command that sets an output as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '\n::set-output name=score::100\n::error file=a,line=1::evil'
TEXT = '\n::set-output name=score::100\n::error file=a,line=1::evil'
