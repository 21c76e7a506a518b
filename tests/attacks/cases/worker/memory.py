# tries: takes all of the memory
# must: gain nothing
# kind: cells
# may: lose kept

held = []
while True:
    held.append(bytearray(100 << 20))
