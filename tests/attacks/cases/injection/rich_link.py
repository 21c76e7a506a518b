# tries: a link and a style of the library that prints our tables
# must: be bounded
# kind: name

NAME = '[link=http://evil]x[/link][bold red]y[/]'
TEXT = '[link=http://evil]x[/link][bold red]y[/]'
