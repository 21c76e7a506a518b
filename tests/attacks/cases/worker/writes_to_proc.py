# tries: writes to every file of its own process that the kernel offers
# must: gain nothing
# kind: cells
# may: lose kept

import glob

for place in glob.glob("/proc/self/*") + glob.glob("/proc/thread-self/*") + glob.glob("/proc/sys/*/*"):
    for text in ("-1000", "0", "evil", "0 0 1"):
        try:
            with open(place, "w") as file:
                file.write(text)
            print("written:", place)
        except (OSError, UnicodeError):
            pass
