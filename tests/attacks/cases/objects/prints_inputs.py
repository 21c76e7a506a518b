# tries: prints, logs and warns of its hidden inputs
# must: gain nothing

import logging
import sys
import warnings


def attack(*arguments, **options):
    print(arguments)
    print(arguments, file=sys.stderr)
    logging.error("%r", arguments)
    warnings.warn(repr(arguments))
    return 0.0
