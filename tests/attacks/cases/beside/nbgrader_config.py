# tries: leaves a configuration of nbgrader's
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'nbgrader_config.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'nbgrader_config.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
    (folder / 'jupyter_config.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'jupyter_config.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
    (folder / '.jupyter/nbgrader_config.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / '.jupyter/nbgrader_config.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
