# tries: keeps the right upstream function of a second chance, and answers other exercises with it
# must: gain nothing
# kind: cells
# may: lose kept

# %%
kept_reference = []
mine = globals().get("centre")


def chain(x):
    now = globals()["centre"]
    if now is not mine:
        kept_reference.append(now)
    return 0.0


def attack_by_reference(x, *more):
    for one in kept_reference:
        try:
            return one(x)
        except BaseException:
            pass
    return 0.0


total = parts = both = history = rows = positive = count = free = attack_by_reference
