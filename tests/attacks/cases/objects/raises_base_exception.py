# tries: an exception that `except Exception` does not catch
# must: gain nothing
# bites: in one process

class Passed(BaseException):
    pass


def attack(*arguments, **options):
    raise Passed("all tests passed")
