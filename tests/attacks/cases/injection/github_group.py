# tries: a group and a command with parameters in a GitHub log
# must: be bounded
# kind: name

NAME = '::group::evil\n::error file=evil,line=1::evil\n::endgroup::'
TEXT = '::group::evil\n::error file=evil,line=1::evil\n::endgroup::'
