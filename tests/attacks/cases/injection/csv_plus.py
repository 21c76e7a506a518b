# tries: a formula that begins with another sign as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '+1+1\t-1@SUM(1)'
TEXT = '+1+1\t-1@SUM(1)'
