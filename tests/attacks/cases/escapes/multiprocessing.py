# tries: computes in another process
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import multiprocessing
    p = multiprocessing.get_context("fork").Process(target=lambda: open(world["folder"] + "/evil", "w").close())
    p.start()
    p.join(1)
    return 0.0
