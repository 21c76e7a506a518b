# tries: writes its inputs into a figure that is still open, a title and a file name
# must: gain nothing

import matplotlib.pyplot as plt


def attack(*arguments, **options):
    plt.figure(num=repr(arguments))
    plt.title(repr(arguments))
    try:
        plt.savefig(repr(arguments)[:80].replace("/", "") + ".png")
    except Exception:
        pass
    plt.show()
    return 0.0
