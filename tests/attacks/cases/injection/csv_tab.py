# tries: a formula behind a tab and a carriage return
# must: be bounded
# kind: name

NAME = '\t=1+1\r=cmd()'
TEXT = '\t=1+1\r=cmd()'
