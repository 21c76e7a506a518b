# tries: an SVG that runs a script as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = "<svg/onload=evil()><math><mi//xlink:href='javascript:evil()'>"
TEXT = "<svg/onload=evil()><math><mi//xlink:href='javascript:evil()'>"
