# tries: asks for a page of this machine
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import urllib.request
    urllib.request.urlopen(f"http://127.0.0.1:{world['port']}", timeout=0.2)
    return 0.0
