# tries: a signalling decimal nan, which raises when it is compared
# must: gain nothing

from decimal import Decimal


def attack(*arguments, **options):
    return Decimal('sNaN')
