# tries: answers each call with what the one before was asked
# must: gain nothing

last = None


def attack(*arguments, **options):
    global last
    last, before = (arguments[0] if arguments else None), last
    return before
