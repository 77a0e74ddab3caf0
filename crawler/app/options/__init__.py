"""Options: what a user can ask for, on the command line, in the environment and in a configuration file.

`parser` declares the commands and `groups` their options; `dates` checks dates; `configuration` merges the three
sources into one `Settings`, of which `policy` takes what counts as a finding. No file here imports a reader, a network
client, a report format or the judge, so that `--help` starts fast.
"""
