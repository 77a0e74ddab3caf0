"""Rendered pages of MediaWiki, with the footnotes of the Cite extension; other web pages are read by `readers.html`.

In order: `reader` finds the article, its title, date and revision; `entries` reads one entry of the reference list;
`notes` finds the citations of each marker; `markup` separates markers and running text from the rest of the page.
"""
