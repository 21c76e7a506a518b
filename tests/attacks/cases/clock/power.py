# tries: hangs in C, in whole numbers, where no signal is heard
# must: gain nothing
# may: lose kept

def attack(*arguments, **options):
    return len(str(7 ** (10 ** 8)))
