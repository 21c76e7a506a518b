# tries: reads what it can of every process: environment, command line, descriptors, working folder
# must: gain nothing
# kind: cells
# may: lose kept

import glob, os

for path in glob.glob("/proc/[0-9]*"):
    for name in ("environ", "cmdline", "cwd", "exe", "root", "maps", "stack", "fd", "task"):
        place = f"{path}/{name}"
        try:
            if os.path.islink(place):
                print(os.readlink(place))
            elif os.path.isdir(place):
                print([os.readlink(f"{place}/{one}") for one in os.listdir(place)])
            else:
                text = open(place, "rb").read(1 << 16)
                if b"secret" in text or b"SECRET" in text:
                    print(text[:5000])
        except OSError:
            pass
