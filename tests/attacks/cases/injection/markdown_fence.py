# tries: the end of a code block as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '```\n# evil\n~~~\n<script>evil()</script>'
TEXT = '```\n# evil\n~~~\n<script>evil()</script>'
