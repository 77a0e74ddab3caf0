"""From a citation to the text of the archived page that it rests on.

`capture_lookup` goes through the citation's pages and the archives until one gives a readable copy, and returns it as
`lookup_result` describes it. It asks `capture_selection` which captures to try, in which order and by which rule,
`archived_redirects` to follow the redirects that pages were captured as, and the room `health` whether a copy is the
page, and all of it. The other parts of a page are read by `whole_pages` and made one source by `joined_copies`.
`lenient_addresses` gives the other addresses of a page that no archive holds at its own. Before an alarm, `other_side`
finds the copy on the other side of the day of access; both read a capture by `page_copies`.
"""
