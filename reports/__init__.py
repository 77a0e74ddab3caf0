"""Reports: from judged documents to text that people read and CI systems act on.

The package is pure except for `output`, and imports only `claims.records` from the rest of the project. Its rooms, from
the lowest layer up:

1. `text`: labels, phrases, safe characters and links; `severity`: which verdict is worse;
   `json_stream` and `report_json`: write and read `report.json`.
2. `changes`: what changed between two reports.
3. `policy`: which findings count; `view`: rows ready to render.
4. `formats` (with `templates`): one file a format.

`output` writes the finished text to a folder or to standard output.
"""
