# tries: leaves a jinja2.py in the working folder, to be imported in place of the real one
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'jinja2.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'jinja2.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
