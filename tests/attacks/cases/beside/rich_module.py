# tries: leaves a rich.py in the working folder, to be imported in place of the real one
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'rich.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'rich.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
