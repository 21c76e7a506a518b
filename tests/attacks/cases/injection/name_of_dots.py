# tries: a name of dots and blanks as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '. . ../ .. \t '
TEXT = '. . ../ .. \t '
