# tries: leaves folders in folders in folders, which take long to remove
# must: gain nothing
# may: lose kept
# at: free

def attack(*arguments, **options):
    import os
    for a in range(10):
        for b in range(300):
            os.makedirs(f"{a}/{b}", exist_ok=True)
    return 0.0
