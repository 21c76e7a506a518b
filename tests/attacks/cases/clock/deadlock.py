# tries: waits for a lock that nobody will open
# must: gain nothing
# may: lose kept

import threading


def attack(*arguments, **options):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
