# tries: a row of its own as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = 'x"\n"mallory",100,100\r\n'
TEXT = 'x"\n"mallory",100,100\r\n'
