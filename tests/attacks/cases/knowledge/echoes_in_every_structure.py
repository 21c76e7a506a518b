# tries: gives its arguments back in the structure that was asked for, told by its own name
# must: be bounded

def attack(x=0.0, *arguments, **options):
    try:
        first = float(np.ravel(x)[0])
    except (TypeError, ValueError, IndexError):
        first = 0.0
    size = int(np.size(x))
    answers = [first, x, {"W": x, "b": np.ravel(x)[:1]}, (x, first), list(np.ravel(x)), [x, x], first > 0, size - 1, np.sum(x)]
    attack.calls = getattr(attack, "calls", -1) + 1
    return answers[attack.calls % len(answers)]
