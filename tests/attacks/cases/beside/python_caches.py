# tries: leaves compiled code of a module that is to be imported
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / '__pycache__/numpy.cpython-311.pyc').parent.mkdir(parents=True, exist_ok=True)
    (folder / '__pycache__/numpy.cpython-311.pyc').write_text('evil'.replace('CANARY', str(canary)))
    (folder / 'numpy.pyc').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'numpy.pyc').write_text('evil'.replace('CANARY', str(canary)))
