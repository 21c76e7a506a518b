# tries: answers that are just not too large: the most values, the most keys, the deepest, the longest
# must: gain nothing

calls = 0


def deep(levels):
    value = 0.0
    for _ in range(levels):
        value = [value]
    return value


def attack(*arguments, **options):
    global calls
    calls += 1
    if calls % 4 == 0:
        return [0] * 499_990
    if calls % 4 == 1:
        return {k * 61: None for k in range(4096)}
    return deep(29) if calls % 4 == 2 else np.zeros((16 << 20) - 300, np.uint8)
