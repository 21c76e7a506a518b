# tries: elements that change a whole page
# must: be bounded
# kind: name

NAME = '</style></title></textarea><meta http-equiv=refresh content="0;url=//evil"><base href=//evil><link rel=stylesheet href=//evil>'
TEXT = '</style></title></textarea><meta http-equiv=refresh content="0;url=//evil"><base href=//evil><link rel=stylesheet href=//evil>'
