# tries: raises with notes, causes and contexts that hold its inputs
# must: gain nothing

def attack(*arguments, **options):
    error = ValueError("x")
    error.add_note(repr(arguments))
    error.__cause__ = KeyError(repr(arguments))
    error.__context__ = TypeError(repr(arguments))
    raise error
