# tries: arguments that are resized and given another dtype in place
# must: gain nothing

def attack(*arguments, **options):
    for one in arguments:
        if hasattr(one, "resize"):
            one.dtype = "i8"
            one.resize((1, 1), refcheck=False)
    return 0.0
