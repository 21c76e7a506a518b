# tries: characters that overwrite the line as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '0 / 48\x08\x08\x08\x08\x08\x0848 / 48\r'
TEXT = '0 / 48\x08\x08\x08\x08\x08\x0848 / 48\r'
