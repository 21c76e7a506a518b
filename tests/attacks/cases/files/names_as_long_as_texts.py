# tries: a name of 60,000 letters that is defined nowhere, beside others of the same letters: which one was meant?
# must: be bounded
# kind: file

import json
import random


def make(folder, solved):
    draw = random.Random(1)
    letters = [chr(draw.randrange(0x4E00, 0x4F90)) for _ in range(60_000)]
    texts = []
    for _ in range(3):
        draw.shuffle(letters)
        texts.append(''.join(letters))
    answers = [cell for cell in solved['cells'] if cell['metadata'].get('nbgrader', {}).get('solution')]
    for cell in answers:
        name = ''.join(cell['source']).partition('(')[0].removeprefix('def ')
        cell['source'] = f'def {name}(x):\n    return everybody(x)\n' if name.isidentifier() else cell['source']
    one, other, third = texts
    answers[0]['source'] += f'\n{one} = 1\n{other} = 2\ndef everybody(x):\n    return {third} + x\n'
    (folder / 'toy.ipynb').write_text(json.dumps(solved))
