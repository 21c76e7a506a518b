# tries: a function that deletes itself and its neighbours from the namespace
# must: gain nothing

def attack(*arguments, **options):
    for name in ("total", "centre", "parts", "both", "history", "rows", "positive", "count", "free", "chain", "Counter"):
        globals().pop(name, None)
    return 0.0
