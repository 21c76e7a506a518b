# tries: connects through asyncio
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import asyncio
    asyncio.run(asyncio.open_connection("127.0.0.1", world["port"]))
    return 0.0
