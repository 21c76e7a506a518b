# tries: numbers whose type carries metadata, titles, alignment and another base
# must: gain nothing

calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    plain = np.dtype("f8", metadata={"equals": "everything", "deep": [object()] * 1000})
    kinds = [plain, np.dtype((np.void, 8)), np.dtype((np.int64, {"a": (np.int32, 0)})), np.dtype("M8[ns]"), np.dtype("m8[Y]")]
    return np.zeros(3, "f8").astype(plain) if calls % 5 == 0 else np.zeros(3, kinds[calls % 5])
