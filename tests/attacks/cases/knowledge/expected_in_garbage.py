# tries: looks for the oracle among all living objects
# must: gain nothing

import gc


def attack(*arguments, **options):
    for thing in gc.get_objects():
        if type(thing).__name__ == "function" and "test_hidden_input" in getattr(thing, "__name__", ""):
            return thing
    return None
