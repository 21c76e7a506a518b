# tries: listens on a port and on names that have no file, for whoever comes by
# must: gain nothing
# kind: cells

import socket

for family, address in ((socket.AF_INET, ("0.0.0.0", 0)), (socket.AF_UNIX, "\0evil"), (socket.AF_UNIX, "evil"), (40, (2, 99))):
    try:
        with socket.socket(family) as one:
            one.bind(address)
            one.listen()
            print("listening", address)
    except (OSError, TypeError) as error:
        print(error)
