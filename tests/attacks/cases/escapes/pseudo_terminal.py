# tries: opens a terminal of its own, and runs a shell in it
# must: gain nothing
# at: free

def attack(*arguments, **options):
    import pty
    pty.spawn(["/bin/sh", "-c", f"echo evil > {world['folder']}/evil"], lambda fd: b"")
    return 0.0
