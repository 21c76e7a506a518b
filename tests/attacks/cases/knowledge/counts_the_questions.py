# tries: answers by how often it was asked: yes to the first question of a test, no to the second
# must: gain nothing
# at: count total free root

calls = 0


def attack(*arguments, **options):
    global calls
    calls += 1
    return calls % 2 == 0
