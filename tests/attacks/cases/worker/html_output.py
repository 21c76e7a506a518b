# tries: draws HTML with a script through IPython's display
# must: gain nothing
# kind: cells

from IPython.display import HTML, Javascript, display
display(HTML("<script>evil()</script><img src=evil onerror=evil()>"))
display(Javascript("evil()"))
HTML("<iframe src='javascript:evil()'></iframe>")
