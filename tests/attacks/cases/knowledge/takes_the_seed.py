# tries: takes the numbers that its generators are seeded with, and draws the hidden inputs itself
# must: gain nothing

import random

seen = []
for module, name in ((np.random, "seed"), (random, "seed"), (np.random, "default_rng")):
    real = getattr(module, name)
    setattr(module, name, lambda *a, real=real, **k: (seen.append(a), real(*a, **k))[1])


def attack(*arguments, **options):
    drawn = [np.random.default_rng([n, 1]).normal(size=3) for (n, *_) in seen if isinstance(n, int)]
    print(seen, drawn)
    return float(np.sum(drawn[-1] ** 2)) if drawn else 0.0
