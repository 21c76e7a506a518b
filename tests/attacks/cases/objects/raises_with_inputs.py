# tries: an exception whose text and kind carry the hidden input
# must: gain nothing

def attack(*arguments, **options):
    raise type(f"E{int(abs(float(arguments[0].ravel()[0])))}" if arguments else "E", (ValueError,), {})(repr(arguments))
