# tries: pytest's own skip, so that the test is skipped
# must: gain nothing

def attack(*arguments, **options):
    class Skipped(BaseException):
        pass

    Skipped.__module__, Skipped.__qualname__ = "_pytest.outcomes", "Skipped"
    raise Skipped("skipped")
