# tries: draws figures without end
# must: gain nothing
# kind: cells
# may: lose kept

import matplotlib.pyplot as plt
while True:
    plt.figure(figsize=(20, 20))
    plt.plot(range(1000))
    plt.show()
