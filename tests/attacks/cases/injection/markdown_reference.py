# tries: a link by reference, and an image by one
# must: be bounded
# kind: name

NAME = '[x][evil]\n\n[evil]: javascript:evil "t"\n![x][evil]'
TEXT = '[x][evil]\n\n[evil]: javascript:evil "t"\n![x][evil]'
