# tries: writes outputs of kinds that no notebook has
# must: gain nothing
# kind: cells
# may: lose kept

import sys
shell = get_ipython()
recorder = next((v for v in vars(shell).values() if type(v).__name__ == "Recorder"), None)
if recorder is not None:
    recorder.outputs = [{"output_type": "execute_result", "data": {"text/html": "<script>evil()</script>", "application/javascript": "evil()"}, "metadata": {}, "execution_count": 10 ** 400}]
