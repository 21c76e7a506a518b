# tries: leaves a pytest.ini that loads a plug-in
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'pytest.ini').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'pytest.ini').write_text('[pytest]\naddopts = -p evilplugin\n'.replace('CANARY', str(canary)))
    (folder / 'evilplugin.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'evilplugin.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
