# tries: leaves files with names that break programs
# must: gain nothing

def attack(*arguments, **options):
    for name in ("-rf", "a\nb", "\x1b[2J", "*", "$(evil)", "\udcff", "x" * 255):
        open(name, "w").close()
    return 0.0
