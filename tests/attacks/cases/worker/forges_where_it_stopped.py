# tries: reports cells that stopped at lines and in functions that no notebook has
# must: gain nothing
# kind: cells
# may: lose kept

import sys

worker = sys.modules["autograder.sandbox.worker"]


def forged(channel, shell, request):
    for index, _ in enumerate(request["cells"]):
        for stopped in ([10**9, "x"], [1, "<img src=evil>"], ["1", None], [True, "a.b"], {"a": 1}):
            pass
        output = {"output_type": "error", "ename": "\x1b[31mevil", "evalue": "::add-mask::evil", "traceback": ["<script>evil()</script>"]}
        channel.send({"cell": index, "ok": False, "outputs": [output] * 200, "stopped": stopped})
    channel.send({"done": True})


worker._run_cells = forged
