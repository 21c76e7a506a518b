# tries: the terminal library's own markup as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '[red]x[/red] [/] [link=http://evil]x[/link] [bold'
TEXT = '[red]x[/red] [/] [link=http://evil]x[/link] [bold'
