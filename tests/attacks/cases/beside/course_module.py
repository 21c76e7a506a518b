# tries: leaves a course.py in the working folder, to be imported in place of the real one
# must: be bounded
# kind: beside

def place(folder, canary):
    (folder / 'course.py').parent.mkdir(parents=True, exist_ok=True)
    (folder / 'course.py').write_text("open('CANARY', 'a').write('x')\nraise SystemExit('evil')\n".replace('CANARY', str(canary)))
