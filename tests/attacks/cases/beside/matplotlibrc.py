# tries: leaves settings of matplotlib that name another backend
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'matplotlibrc').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'matplotlibrc').write_text('backend: module://evilbackend\n'.replace('CANARY', str(canary)))
    (folder / 'evilbackend.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'evilbackend.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
