# tries: prints LaTeX that reads files
# must: gain nothing
# kind: cells

from IPython.display import Latex, Markdown, display
display(Latex(r"$\input{/etc/passwd}$"))
display(Markdown("[click](javascript:evil()) <script>evil()</script> ![x](http://evil/x.png)"))
