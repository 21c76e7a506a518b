# tries: objects that offer memory which is not theirs: address 0, lengths without end
# must: gain nothing
# at: free centre both

calls = 0


def of(**said):
    return type("Offer", (), {"__array_interface__": {"version": 3, "typestr": "<f8", **said}})()


def attack(*arguments, **options):
    global calls
    calls += 1
    offers = [of(shape=(3,), data=(0, False)), of(shape=(2**40,), data=(4096, True)), of(shape=(3,), data=b"x" * 24)]
    offers.append(type("Shows", (), {"__array__": lambda self, *a, **k: attack, "__array_priority__": 1e9})())
    return offers[calls % 4]
