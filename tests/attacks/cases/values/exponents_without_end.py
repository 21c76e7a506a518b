# tries: numbers with exponents of nine digits, as decimals, fractions, texts and roots
# must: gain nothing

import decimal
import fractions

calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    number = decimal.Decimal("1e999999999")
    some = [number, fractions.Fraction(1, 3) ** 50, "1e999999999", [number] * 3, {"W": number, "b": number}, -number]
    return some[calls % 6]
