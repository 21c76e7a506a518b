# tries: an integer of 5,000 digits, which Python refuses to print
# must: gain nothing

def attack(*arguments, **options):
    return 10 ** 5000
