# tries: leaves a IPython.py in the working folder, to be imported in place of the real one
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'IPython.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'IPython.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
