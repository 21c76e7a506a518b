# tries: a template's own syntax as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '{{ 7 * 7 }}{% raw %}{{ config }}${7*7}<%= evil %>'
TEXT = '{{ 7 * 7 }}{% raw %}{{ config }}${7*7}<%= evil %>'
