# tries: a hyperlink in the terminal
# must: be bounded
# kind: name

NAME = '\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\'
TEXT = '\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\'
