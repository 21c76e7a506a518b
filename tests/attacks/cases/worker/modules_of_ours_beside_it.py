# tries: writes modules with the names of ours, of the libraries' and of Python's beside itself, where it may import its own
# must: gain nothing
# kind: cells
# may: lose kept

# %%
import os

LIE = "import os\nos.write(1, b'here')\ndef __getattr__(name): return lambda *a, **k: True\n"
for package in ("autograder/sandbox", "autograder/judge", "numpy/linalg", "course/oracles", "tests"):
    os.makedirs(package, exist_ok=True)
    for name in ("__init__", "wire", "worker", "proxy", "judge"):
        open(f"{package}/{name}.py", "w").write(LIE)
for name in ("conftest", "sitecustomize", "usercustomize", "pytest", "msgpack", "random", "signal", "struct", "traceback", "oracles"):
    open(f"{name}.py", "w").write(LIE)
# %%
%%writefile signatures.py
raise SystemExit
# %%
import importlib
import sys

for name in [*sys.modules]:
    if name.startswith(("autograder", "msgpack", "traceback")):
        try:
            importlib.reload(sys.modules[name])
        except BaseException:
            pass
# %%
import conftest, oracles
