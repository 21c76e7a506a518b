# tries: connects to a port of this machine
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import socket
    socket.create_connection(("127.0.0.1", world["port"]), 1)
    return 0.0
