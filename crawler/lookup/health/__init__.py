"""Whether a copy is the page that was cited, and all of it.

`page_health`, with the phrases of `page_notices`, recognises what is shown in a page's place: an error, a bot check, a
paywall; `dialogs` knows questions by their buttons, `walls` what asks for an account or a consent by addresses and
names in the markup. `running_text` counts the words by which a page was read at all, `teasers` finds those that are of
other pages, `garbling` recognises text in the wrong character set, and `cited_work` compares the page with the
reference's title. `wholeness` recognises pages that say that they are not whole: previews, parts of several. Their
other parts are what `page_parts` finds.
"""
