# tries: hangs inside of C, where no alarm is heard
# must: gain nothing
# kind: cells
# bites: in one process
# may: lose kept

import re
re.match(r'(a+)+$', 'a' * 60 + 'b')
