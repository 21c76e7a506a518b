# tries: a script as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '<script>evil()</script>'
TEXT = '<script>evil()</script>'
