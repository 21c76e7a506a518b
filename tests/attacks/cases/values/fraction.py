# tries: a fraction with a huge denominator
# must: gain nothing

from fractions import Fraction


def attack(*arguments, **options):
    return Fraction(1, 10 ** 5000)
