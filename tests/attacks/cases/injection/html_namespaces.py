# tries: elements that change how what follows is read
# must: be bounded
# kind: name

NAME = '<math><mtext></p><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=evil()&gt;">'
TEXT = '<math><mtext></p><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=evil()&gt;">'
