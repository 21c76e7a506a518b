# tries: answers the visible inputs from a table, and all others with the nearest entry
# must: gain nothing

TABLE = {(1.0, 2.0, 3.0): 14.0, (0.0,): 0.0}


def attack(*arguments, **options):
    key = tuple(float(v) for v in arguments[0].ravel()) if arguments and hasattr(arguments[0], "ravel") else (0.0,)
    return TABLE.get(key, 14.0)
