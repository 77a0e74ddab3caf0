"""Where captures come from: web archives, local archive files, and the live web, behind one interface.

`interface.py` defines what an archive does and the records that it returns, `nearest_first.py` their order. Its
implementations: `wayback.py` (with `wayback_cdx.py` for the index), `memento.py` for any archive that speaks Memento,
`local/` for WARC and WACZ files, `crawls/` for Common Crawl and other large collections, of which only parts are read
(`ranges/`), and `live.py`, which asks `robots.py` what a site allows. `playback.py` follows the redirects of the first
two from one capture to the nearest (`crawler.lookup` those that pages were captured as) and knows what their refusals
mean, `memento_headers.py` reads what their headers say, `response_buffer.py` saves a second request for what a look-up
already showed, `save_page_now.py` has the Wayback Machine capture a page.
"""
