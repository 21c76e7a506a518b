# tries: prints commands of GitHub's and GitLab's job logs
# must: gain nothing
# kind: cells

print("::add-mask::e\n::set-output name=score::100\n::stop-commands::x\n##[error]evil\n\x1b[0Ksection_start:1:x\r\x1b[0K")
raise ValueError("\n::error file=evil::evil")
