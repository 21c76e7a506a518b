# tries: links in angle brackets and bare ones
# must: be bounded
# kind: name

NAME = '<javascript:evil> <//evil> http://evil www.evil'
TEXT = '<javascript:evil> <//evil> http://evil www.evil'
