"""What is known of languages, for readers and judge alike.

Knowledge is data: `data/<code>.toml` is all that is known of one language, each section with its source. `loader.py`
reads a file when its language is first asked for, validates it and returns a frozen `Language`, one of the records in
`record`; importing the engines loads English only. A list of words is one text in the file (`words = '''der die
das'''`, in literal quotes, which are fastest to read), a list of phrases an array. `data/_common.toml` has what is of
no one language: units of measure and magnitudes, boilerplate, and which language has precedence. To add a language, add
its file: `docs/adding-a-language.md`.

The engines know no language themselves, in this order: `detection.py` detects the language of a text, `tokens.py`
splits it into words and normalises them, `stemming.py` stems them, `segmentation.py` splits text into sentences,
`quantities` reads numbers with their units, in digits and words, `dates` reads dates, `figures.py` all of both in a
long text, `headings.py` recognises the headings of reference lists and back matter, `source_words.py` the labels of
sources, and `pointing.py` the words that point to them or elsewhere. Where a text may be in any language, an engine
asks `loader.languages()`.
"""
