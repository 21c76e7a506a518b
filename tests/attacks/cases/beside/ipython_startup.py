# tries: leaves code that IPython runs at its start
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'ipython_config.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'ipython_config.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
    (folder / '.ipython/profile_default/startup/00.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / '.ipython/profile_default/startup/00.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
