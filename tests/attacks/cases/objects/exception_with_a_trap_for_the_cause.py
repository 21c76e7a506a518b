# tries: exceptions whose cause, context and traceback are loops, and set each other anew
# must: gain nothing

def attack(*arguments, **options):
    one, other = ValueError("x"), TypeError("y")
    one.__cause__, other.__context__, one.__context__ = other, one, other
    other.__cause__ = one
    one.add_note("n" * 10**6)
    raise one from other
