"""What is known of languages, for readers and judge alike.

Knowledge is data: `data/<code>.toml` is all that is known of one language, each section with its source. `loader.py`
reads a file when its language is first asked for, validates it and returns a frozen `record.language.Language`; nothing
is loaded on import. A list of words is one text in the file (`words = '''der die das'''`, in literal quotes, which are
fastest to read), a list of phrases an array. Adding a language is adding its file: `docs/adding-a-language.md`.

The engines know no language themselves, in this order: `detection.py` finds the language of a text, `tokens.py` its
words and their normal form, `stemming.py` their stems, `segmentation.py` its sentences, `numerals.py` and
`spelled_numbers.py` its numbers in words, `dates.py` and `calendars.py` its dates; `headings.py` and `phrases.py`
recognise what lists of references and their entries are headed and marked with. Where a text may be in any language,
an engine asks `loader.languages()` for all of them.
"""
