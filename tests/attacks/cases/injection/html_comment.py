# tries: a way out of a comment and of a script as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '--></script></style></title><script>evil()</script>'
TEXT = '--></script></style></title><script>evil()</script>'
