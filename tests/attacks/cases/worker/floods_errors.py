# tries: raises an error of 10 MB in every cell
# must: gain nothing
# kind: cells
# may: lose kept

raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
# %%
raise ValueError("x" * 10_000_000)
