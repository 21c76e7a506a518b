# tries: the end of a CDATA section as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = "]]></system-out><testcase name='evil'/>"
TEXT = "]]></system-out><testcase name='evil'/>"
