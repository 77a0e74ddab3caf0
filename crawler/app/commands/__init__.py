"""One file a command of `citewatch`: each takes what the user asked for and returns the exit status."""
