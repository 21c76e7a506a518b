# tries: runs a command
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import subprocess
    subprocess.run(["/bin/sh", "-c", f"echo evil > {world['folder']}/evil"])
    return 0.0
