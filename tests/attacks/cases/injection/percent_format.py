# tries: signs of formats as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '%s%n%x {0.__class__} {x!r:>99999999}'
TEXT = '%s%n%x {0.__class__} {x!r:>99999999}'
