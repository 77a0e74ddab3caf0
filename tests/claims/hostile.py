"""Pieces that documents are made of, and those that cost readers most when a document only repeats them."""

# Pieces of documents, so that chance finds their combinations sooner than single letters would.
PIECE_LIST = r"""
    [1] [2] [^1] [^1]:~ ~ .~ 1.~^~a~b~ References¶ ¶ ¶¶ #~ -~ |~a~|~b~|¶|---|---|¶ ** * _ ` > ![ ](
    [x](http://a.example)
    Mongolia The~treaty~was~signed~in~1986 1986 。 中国 “ ” http://a.example/b ( ) , é 🙂 م । <sup> </sup> <p> </p> &
    <ref> </ref> <ref~name=a> <ref~name=a/> {{cite~web|url=http://a.example}} {{sfn|A|1986}} {{ }} [[ ]] == {| |} <!--
    <a~href="#cite_note-1"> </a> <ol~class="references"><li~id="cite_note-1"> </li> &amp; <table><tr><td> .. .~[1]~http://
    """
PIECES = [piece.replace("~", " ").replace("¶", "\n") for piece in PIECE_LIST.split()] + ["\t", "\ufeff", "\u200b"]
HOSTILE = [
    *PIECES,
    "a",
    "[",
    "[1",
    '."',
    "!?",
    "http://web.archive.org/web/",
    "1 ",
    "<",
    "|",
    "www.",
    "10.1000/",
    "<div>",
    "<ul><li>",
]
# Blocks, notes and entries, which cost 10 to 80 µs each however short they are, by format.
MANY = [
    ("text", "\n\na"), ("text", ".. [1] a\n\n"), ("text", "References\n\n[1] A.\n\nB [1]\n\n"), ("text", "* a\n"),
    ("text", "== References ==\n* a\n"), ("rst", ".. [1] a\n\n"), ("rst", "- a\n"), ("markdown", "\n\na"),
    ("markdown", "[^a]: b\n"), ("markdown", "* a\n"), ("markdown", "# a\n"), ("markdown", "> a\n\n"),
    ("html", "<p><sup>1</sup> a"), ("html", "<p id=a>a"), ("html", "<a href=#a>1</a>"), ("wikitext", "{{efn|a}}"),
    ("wikitext", "<ref>a</ref>"), ("wikitext", "== a ==\n"), ("wikitext", "* a\n"),
    ("text", "a.[1] "), ("text", "(a b c d,[1] "), ("text", "Sources\n1. a https://a.example\n\nb [1]\n\n"),
    ("markdown", "|a|b|\n|-|-|\n|c|d[^1]|\n\n"), ("markdown", "**Sources**\n1. https://a.example\n\na [1]\n\n"),
    ("html", "<table><tr><td colspan=1000 rowspan=1000>a"), ("html", "<tr><th>a"), ("html", "<table><tr><td>a<br>b"),
    ("wikitext", "{|\n!a<ref>b</ref>\n|-\n"), ("wikitext", "|-\n|rowspan=999|a<ref>b</ref>\n|}\n{|\n"),
    ("wikitext", "{{Infobox\n|a_note=<ref>b</ref>\n|a=1\n}}\n"), ("wikitext", "a<br>b<ref>c</ref>\n|"),
]  # fmt: skip


def repeated(piece: str, size: int) -> str:
    """A document of `size` characters: a cited sentence, then nothing but `piece`."""
    return "The treaty was signed.[1]\n" + piece * (size // len(piece))
