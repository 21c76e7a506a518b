# tries: an interruption, which stops whole runs
# must: gain nothing
# bites: in one process

def attack(*arguments, **options):
    raise KeyboardInterrupt
