# tries: thousands of values on a page, all of signs that take five times the room there
# must: be bounded
# kind: cells

class Quotes:
    def __repr__(self):
        return '"' * 20_000


from IPython.display import display

for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
# %%
for _ in range(50):
    display(Quotes())
