# tries: prints 200 MB
# must: gain nothing
# kind: cells
# may: lose kept

for _ in range(200):
    print("full marks " * 100_000)
