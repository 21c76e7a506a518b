# tries: a sequence that sets the terminal's title as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '\x1b]0;evil\x07\x1b]8;;http://evil\x1b\\x'
TEXT = '\x1b]0;evil\x07\x1b]8;;http://evil\x1b\\x'
