"""The application: what `citewatch` does with its arguments.

`cli` parses them with `options` and hands them to `dispatch`, which runs one of `commands`. `verify` opens the archives
(`open_archives`) and the checker (`llm_judge`, where the settings name a model), runs the `pipeline` (`judging`,
`excerpts`, `progress`), applies the policy, writes `report_files` and prints to the `terminal`; `forecast` comes
before the run, `save_missing` after it.
"""
