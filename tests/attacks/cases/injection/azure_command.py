# tries: a command to Azure Pipelines
# must: be bounded
# kind: name

NAME = '##vso[task.setvariable variable=evil]x'
TEXT = '##vso[task.setvariable variable=evil]x'
