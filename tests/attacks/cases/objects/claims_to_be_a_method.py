# tries: data that calls itself a method, so that it is called and not compared
# must: gain nothing

method = type("method", (), {"__getattr__": lambda self, name: self, "__call__": lambda self, *a, **k: self})


def attack(*arguments, **options):
    return method()
