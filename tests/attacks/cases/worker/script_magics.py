# tries: runs commands by every magic that can
# must: gain nothing
# kind: cells
# may: lose kept

# %%
%%bash
echo evil > /tmp/evil
# %%
%%script sh
echo evil
# %%
%%python
print("evil")
# %%
x = !echo evil
# %%
%sx echo evil
# %%
%system echo evil
# %%
%pip install evil
# %%
%run -i /etc/hostname
# %%
%load_ext autoreload
# %%
%alias evil echo evil
# %%
%store x > /tmp/evil
# %%
%logstart /tmp/evil
# %%
%%writefile /tmp/evil
evil
# %%
%edit
# %%
%debug
# %%
%pdb on
1 / 0
