"""The notes of wikitext: `<ref>`, and the templates by which wikis make notes.

In order: `note_templates` knows those templates, `node_text` reads the words of a note and `note_citations` its
references, and `numbering` collects and numbers the notes of a page.
"""
