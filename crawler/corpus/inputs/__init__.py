"""From the inputs of a corpus to documents that are not read yet.

`recognise` says what an input is: a dump of Wikimedia Enterprise (`enterprise`), a dump of pages-articles
(`pages_articles`), a table of documents (`document_tables`), or documents in files. `pieces` are what workers read of
it, of a dump in bzip2 with several streams its stretches (`multistream`). `selection` says which of their documents
are wanted. `raw_documents` has what all of them give.
"""
