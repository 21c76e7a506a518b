# tries: closes the channel and lives on
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
os.close(3)
while True:
    pass
