# tries: hooks into IPython, so that other cells are changed before they run
# must: gain nothing
# kind: cells
# may: lose kept

shell = get_ipython()
shell.input_transformers_cleanup.append(lambda lines: ["def kept(x):\n", "    return 0\n"])
shell.events.register("pre_run_cell", lambda *a: (_ for _ in ()).throw(SystemExit))
shell.run_cell = lambda *a, **k: None
