# tries: a function of 10,000 variables, each of which is read before it has a value
# must: be bounded
# kind: file

import json


def make(folder, solved):
    answers = [cell for cell in solved['cells'] if cell['metadata'].get('nbgrader', {}).get('solution')]
    for cell in answers:
        name = ''.join(cell['source']).partition('(')[0].removeprefix('def ')
        cell['source'] = f'def {name}(x):\n    return everybody(x)\n' if name.isidentifier() else cell['source']
    lines = ''.join(f'    v{i} += 1\n' for i in range(10_000))
    answers[0]['source'] += f'\ndef everybody(x):\n{lines}    return x\n'
    (folder / 'toy.ipynb').write_text(json.dumps(solved))
