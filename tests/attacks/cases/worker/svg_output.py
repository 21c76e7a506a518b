# tries: draws an SVG that runs a script
# must: gain nothing
# kind: cells

from IPython.display import SVG, display
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='evil()'><script>evil()</script></svg>"))
