# tries: a command in the runner's older form as the student's name, in what is printed, raised and written
# must: be bounded
# kind: name

NAME = '##[add-mask]e ##vso[task.setvariable variable=score]100'
TEXT = '##[add-mask]e ##vso[task.setvariable variable=score]100'
