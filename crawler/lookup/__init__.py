"""From a citation to the text of the archived page that it rests on.

`capture_lookup.py` goes through the citation's pages and the archives until one gives a readable copy, and returns it
as `lookup_result.py` describes it. It asks
`capture_selection.py` which captures to try, in which order and by which rule, `archived_redirects.py` to follow the
redirects that pages were captured as, and `page_health.py`, with the phrases of `page_notices.py`, whether the copy is
the page or something shown in its place: an error, a bot check, a paywall. `cited_work.py` compares the page with the
reference's title. `running_text.py` counts the words by which a page was read at all, `garbling.py` recognises text in
the wrong character set, and `wholeness.py` pages that say that they are not whole: teasers, parts of several. Their
other parts, which `page_parts.py` finds, are read by `whole_pages.py` and made one source by `joined_copies.py`.
`lenient_addresses.py` gives the other addresses of a page that no archive holds at its own. Before an alarm,
`other_side.py` finds the copy on the other side of the day of access; both read a capture by `page_copies.py`.
"""
