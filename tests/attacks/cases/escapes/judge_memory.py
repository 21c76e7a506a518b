# tries: reads the judge's memory for the secret
# must: gain nothing

def attack(*arguments, **options):
    data = open(f"/proc/{world['judge']}/mem", "rb")
    print(data)
    return 0.0
