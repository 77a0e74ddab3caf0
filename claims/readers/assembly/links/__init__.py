"""What the links of a document are for.

`note_links` takes out links that lead back, `link_roles` recognises those that cite and `source_names` those that only
name their source; `addresses` finds bare addresses.
"""
