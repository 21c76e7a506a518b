# tries: entities that become tags as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '&lt;script&gt;evil()&lt;/script&gt;&#60;script&#62;'
TEXT = '&lt;script&gt;evil()&lt;/script&gt;&#60;script&#62;'
