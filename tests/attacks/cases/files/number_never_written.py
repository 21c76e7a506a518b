# tries: a number of 5,000 hexadecimal digits, which Python reads and never writes, in every cell in turn and in all at once
# must: gain nothing
# kind: file

import json

NUMBER = '0x' + 'f' * 5000


def make(folder, solved):
    for index, cell in enumerate(solved['cells']):
        if cell['cell_type'] == 'code':
            name = cell['source'][4:9] if index % 2 else 'x'
            cell['source'] = f'x = {NUMBER}\ndef {name if name.isidentifier() else "f"}(x={NUMBER}):\n    return {NUMBER}\n'
    (folder / 'toy.ipynb').write_text(json.dumps(solved))
