# tries: a decimal whose integer part has 999,999 digits
# must: gain nothing

from decimal import Decimal


def attack(*arguments, **options):
    return Decimal('1e999999')
