# tries: mentions of people and issues as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '@evil/team #1 GH-1 :tada:'
TEXT = '@evil/team #1 GH-1 :tada:'
