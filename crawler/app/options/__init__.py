"""Options: what a user can ask for, on the command line, in the environment and in a configuration file.

`parser` declares the commands and `groups` their options, `arguments` says what is wrong with a command line,
`completion` writes scripts for shells; `dates` checks dates; `config_file` reads the file; `configuration` merges the
three sources into one `Settings`, of which `policy` takes what counts as a finding; `consistency` refuses what
contradicts itself or has no effect. No file here imports a reader, a network client, a report format or the judge, so
that `--help` starts fast.
"""
