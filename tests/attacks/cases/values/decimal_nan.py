# tries: a signalling decimal nan, which raises when it is compared
# must: gain nothing
# bites: in one process

from decimal import Decimal


def attack(*arguments, **options):
    return Decimal('sNaN')
