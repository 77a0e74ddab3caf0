"""The application: what `citewatch` does with its arguments.

`cli` parses them with `options` and hands them to `dispatch`, which runs one of `commands`. To verify, a command opens
the archives (`open_archives`, with `open_crawls`; `archive_names` says what their names mean) and the checker
(`llm_judge`, where the settings name a model), runs the `pipeline`, of which `progress` shows how far it is, applies
the policy, writes `report_files` and prints to the `terminal`; `forecast` comes before the run, `save_missing` after
it.
"""
