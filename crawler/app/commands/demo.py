"""`citewatch demo`: verify the bundled example against the bundled archive, offline."""

import sys
from dataclasses import replace
from importlib.resources import as_file, files

from crawler.app.commands import verify
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings


def run(settings: Settings) -> int:
    """Verify the example into `settings.out`.

    Returns:
        0 if `verify` finishes, with findings or without, since the example has findings on purpose.
    """
    with as_file(files("crawler") / "example") as example:
        wanted = replace(
            settings, archive=(str(example / "archive.warc.gz"),), sources=example / "sources.csv", offline=True
        )
        (article,) = read_documents([str(example / "article.txt")], wanted)
        status = verify.run([replace(article, document=replace(article.document, source="article.txt"))], wanted)
    if not settings.quiet and status == verify.FINDINGS:
        print(
            "`citewatch verify` would end with status 1 here, as the example has findings on purpose.", file=sys.stderr
        )
    return verify.FINISHED if status == verify.FINDINGS else status
