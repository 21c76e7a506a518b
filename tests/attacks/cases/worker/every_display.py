# tries: shows an object in every form there is, with a thousand updates
# must: gain nothing
# kind: cells
# may: lose kept

from IPython.display import *


class Everything:
    def _repr_mimebundle_(self, **_):
        kinds = "text/html text/markdown text/latex image/svg+xml application/javascript application/json application/pdf"
        bundle = {kind: "<script>evil()</script>" for kind in kinds.split()}
        return {**bundle, "text/plain": "plain", "application/vnd.jupyter.widget-view+json": {"model_id": "evil"}}, {"isolated": False}

    def _ipython_display_(self):
        for kind in (HTML, Javascript, Markdown, Latex, SVG, IFrame):
            try:
                display(kind("<svg onload=evil()></svg>"))
            except Exception:
                pass


display(Everything(), display_id="one")
for number in range(1000):
    update_display(Everything(), display_id="one")
Everything()
