# tries: a link that runs a script as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '[x](javascript:evil()) <javascript:evil()> ![x](http://evil/x)'
TEXT = '[x](javascript:evil()) <javascript:evil()> ![x](http://evil/x)'
