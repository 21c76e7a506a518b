# tries: moves a full folder into the one that has just been read
# must: gain nothing
# kind: cells
# may: lose kept

import os
import threading
import time

for name in "01":
    os.mkdir(name)
    for number in range(900):
        open(f"{name}/n{number}", "w").close()
os.mkdir("0/x")
where = "0"


def move():
    global where
    seen = [os.stat(name).st_atime_ns for name in "01"]
    while True:
        for index, name in enumerate("01"):
            now = os.stat(name).st_atime_ns
            if now != seen[index] and name != where:
                os.rename(f"{where}/x", f"{name}/x")
                where = name
            seen[index] = now


threading.Thread(target=move, daemon=True).start()
end = time.time() + 1.0
while time.time() < end:
    try:
        open(f"{where}/x/{time.time_ns() % 97}", "ab", buffering=0).write(bytes(1 << 20))
    except OSError:
        time.sleep(0.01)
