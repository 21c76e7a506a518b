# tries: hangs for ever, deaf to every alarm
# must: gain nothing
# kind: cells
# bites: in one process
# may: lose kept

while True:
    try:
        while True:
            pass
    except BaseException:
        pass
