# tries: catches whatever stops it, and goes on
# must: gain nothing
# may: lose kept

def attack(*arguments, **options):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
