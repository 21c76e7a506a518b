# tries: a section of a GitLab job log
# must: be bounded
# kind: name

NAME = 'section_start:0:evil\r\x1b[0Kevil\nsection_end:0:evil\r\x1b[0K'
TEXT = 'section_start:0:evil\r\x1b[0Kevil\nsection_end:0:evil\r\x1b[0K'
