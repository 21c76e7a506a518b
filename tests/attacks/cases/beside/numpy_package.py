# tries: leaves a folder numpy/ in the working folder
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'numpy/__init__.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'numpy/__init__.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
    (folder / 'numpy/linalg.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'numpy/linalg.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
