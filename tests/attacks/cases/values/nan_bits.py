# tries: nans with every payload and sign, which some comparisons by bits take for numbers
# must: gain nothing
# at: slope centre free history

def attack(*arguments, **options):
    bits = np.array([0x7FF8000000000001, 0xFFF0000000000001, 0x7FF0DEADBEEF0001], np.uint64)
    return bits.view(np.float64)
