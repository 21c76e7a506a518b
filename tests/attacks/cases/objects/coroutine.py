# tries: a coroutine that nobody awaits
# must: gain nothing

async def attack(*arguments, **options):
    return 0.0
