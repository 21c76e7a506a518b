# tries: looks for the reference solution in every file that the worker can read
# must: gain nothing

import os

FOUND = []
for folder, _, names in os.walk("/"):
    if folder.startswith(("/proc", "/sys")):
        continue
    for name in names:
        if name.endswith((".ipynb", "mistakes.py", "signatures.py")) or name.startswith("test_total"):
            try:
                FOUND.append(open(os.path.join(folder, name)).read())
            except Exception:
                pass
    if len(FOUND) > 100 or folder.count("/") > 6:
        break


def attack(*arguments, **options):
    for text in FOUND:
        if "def total" in text:
            names = {"np": __import__("numpy")}
            exec("def total" + text.split("def total")[1].split("\n\n")[0], names)
            return names["total"](*arguments)
    return 0.0
