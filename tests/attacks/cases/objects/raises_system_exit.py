# tries: the end of the program, with success
# must: gain nothing
# bites: in one process

def attack(*arguments, **options):
    raise SystemExit(0)
