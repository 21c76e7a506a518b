# tries: prints escape sequences that set a title, clear and answer back
# must: gain nothing
# kind: cells

print("\x1b]0;evil\x07\x1b[2J\x1b[6n\x9b31m\u202eevil")
raise ValueError("\x1b]0;evil\x07 ::set-output name=x::evil ##[add-mask]evil")
