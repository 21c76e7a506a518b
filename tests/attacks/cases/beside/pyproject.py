# tries: leaves settings of pytest in a pyproject.toml and a tox.ini
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'pyproject.toml').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'pyproject.toml').write_text("[tool.pytest.ini_options]\naddopts = '-p evilplugin2'\n".replace('CANARY', str(canary)))
    (folder / 'tox.ini').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'tox.ini').write_text('[pytest]\naddopts = -p evilplugin2\n'.replace('CANARY', str(canary)))
    (folder / 'setup.cfg').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'setup.cfg').write_text('[tool:pytest]\naddopts = -p evilplugin2\n'.replace('CANARY', str(canary)))
    (folder / 'evilplugin2.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'evilplugin2.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
