# tries: an image that runs a script as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '<img src=evil onerror=evil()>'
TEXT = '<img src=evil onerror=evil()>'
