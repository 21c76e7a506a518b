# tries: an array and a list that threads change while they are encoded
# must: gain nothing
# may: lose kept

import threading

array, numbers, record = np.zeros(3), [0.0] * 1000, {"W": np.zeros(3), "b": np.zeros(1)}


def change():
    while True:
        array[:] = np.random.standard_normal(3)
        array.shape = (1, 3)
        array.shape = (3,)
        numbers.append(0.0) if len(numbers) < 2000 else numbers.clear()
        record[str(np.random.randint(99))] = None
        record.pop(next(iter(record)), None)


threading.Thread(target=change, daemon=True).start()
calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    return [array, numbers, record][calls % 3]
