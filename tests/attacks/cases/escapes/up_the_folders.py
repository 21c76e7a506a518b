# tries: leaves its folder by ..
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    for depth in range(1, 8):
        try:
            open("../" * depth + world["canary"].lstrip("/"), "w").write("evil")
        except OSError:
            pass
    return 0.0
