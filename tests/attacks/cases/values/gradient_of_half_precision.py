# tries: gradients in precisions of their own, whose length overflows long before they do
# must: gain nothing
# at: slope free centre

calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    return [np.full(3, 6e4, np.float16), np.full(3, 3e38, np.float32), np.full(3, 1e-320), -np.zeros(3)][calls % 4]
