# tries: an entity of XML as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;"
TEXT = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;"
