# tries: keys that look like the right ones, in other letters, and the right ones with nothing in them
# must: gain nothing
# at: parts facts

def attack(*arguments, **options):
    return {"\uff37": np.zeros(3), "W\u200b": np.zeros(3), "\u0432": np.zeros(1), "b\u0301": 1, "W": None, "b": {"b": {}}}
