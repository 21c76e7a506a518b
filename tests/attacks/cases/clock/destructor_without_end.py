# tries: returns what never ends to be forgotten
# must: gain nothing
# may: lose kept

class Sticky(list):
    def __del__(self):
        while True:
            pass


def attack(*arguments, **options):
    return Sticky([1.0])
