# tries: raises an exception whose kind is called like its inputs, and says that it is a built-in one
# must: gain nothing

def attack(*arguments, **options):
    text = repr(arguments)
    kind = type(text, (ValueError,), {"__module__": "builtins"})
    raise kind(text)
