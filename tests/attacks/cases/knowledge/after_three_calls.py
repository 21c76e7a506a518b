# tries: is wrong at first and hangs on the third call
# must: gain nothing

calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    if calls > 40:
        raise SystemExit
    return float(calls)
