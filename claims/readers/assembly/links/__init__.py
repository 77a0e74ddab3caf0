"""What the links of a document are for.

`note_links` takes out links that lead back, `link_roles` recognises those that cite, `source_names` those that only
name their source, `labelled_values` those that are the value of a label, and `source_lines` the words that only
introduce such links; `addresses` finds bare addresses.
"""
