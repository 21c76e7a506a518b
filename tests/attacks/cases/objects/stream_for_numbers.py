# tries: generators where numbers, arrays, texts, sets and dictionaries are expected
# must: gain nothing
# at: total centre parts both history rows positive count spelled wholes facts root plain


def attack(*arguments):
    while True:
        yield 1.0
