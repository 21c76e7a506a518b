# tries: a way out of an attribute as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '" onmouseover="evil()" x="\' onfocus=\'evil()'
TEXT = '" onmouseover="evil()" x="\' onfocus=\'evil()'
