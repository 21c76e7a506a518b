# tries: a command that stops all others as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '::stop-commands::x\r\n::x::'
TEXT = '::stop-commands::x\r\n::x::'
