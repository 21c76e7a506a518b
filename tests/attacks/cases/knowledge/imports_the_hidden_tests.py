# tries: imports the hidden content by every name it may have
# must: gain nothing

import importlib


def attack(*arguments, **options):
    for name in ("toy_content", "toy_content.toy.mistakes", "course", "course.oracles", "tests.attacks.target", "autograder.judge"):
        try:
            module = importlib.import_module(name)
        except Exception:
            continue
        print(module)
    return 0.0
