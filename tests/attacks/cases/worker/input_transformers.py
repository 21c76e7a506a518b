# tries: rewrites every later cell before it runs
# must: gain nothing
# kind: cells
# may: lose kept

shell = get_ipython()
shell.input_transformers_post.append(lambda lines: ["kept = total = lambda *_: 1e9\n"])
shell.events.register("pre_run_cell", lambda *_: shell.user_ns.update(total=lambda *_: 1.0))
shell.events.register("post_run_cell", lambda *_: 1 / 0)
shell.ast_transformers.append(type("T", (), {"visit": lambda self, node: None})())
shell.set_custom_exc((BaseException,), lambda *_: None)
