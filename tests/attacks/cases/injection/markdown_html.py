# tries: HTML within Markdown as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '<details open ontoggle=evil()><summary>x</summary></details>'
TEXT = '<details open ontoggle=evil()><summary>x</summary></details>'
