# tries: leaves a .pth file that runs a line at each start of Python
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'evil.pth').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'evil.pth').write_text("import os; open('CANARY', 'a').write('x')\n".replace('CANARY', str(canary)))
