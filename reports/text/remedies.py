"""How to fix a finding, by its verdict or the status of its source; SARIF rules carry it as their help."""

from claims.records import Status, Verdict

_GONE = "The page is probably gone. Find its new address, or cite another source."
_NOT_SHOWN = "Read the page itself, or name another archive that has a copy with `--archive`."

REMEDIES = {
    Verdict.CONTRADICTED.value: (
        "Open the archived copy at the quoted words and compare. If the document is wrong, correct it; if the quote is"
        " about something else, exempt the finding and give the reason."
    ),
    Verdict.NOT_SUPPORTED.value: (
        "Open the archived copy at the quoted words. If the document is wrong, correct it; if the source is the wrong"
        " one, cite another; if the check is wrong, exempt the finding and give the reason."
    ),
    Verdict.PARTIALLY_SUPPORTED.value: (
        "Look up the details listed as missing. Cite a second source for them, or remove them from the sentence."
    ),
    Verdict.UNCLEAR.value: "Read the quoted words and decide; say it closer to the source, or cite one that says it.",
    Verdict.UNCITED.value: "Cite a source after the sentence if it needs one.",
    Status.NO_URL.value: (
        "Add a web address or an identifier such as a DOI to the reference, or an entry to `--sources`."
    ),
    Status.NEVER_ARCHIVED.value: (
        "If the page still exists, check it with `--live` and save it with `--save`; otherwise name another archive"
        " with `--archive`, or give a copy of it with `--sources`."
    ),
    Status.MOVED.value: "Put the page's new address into the reference, or allow the live page with `--live`.",
    Status.EXCLUDED.value: _NOT_SHOWN,
    Status.ERROR_CAPTURE.value: _GONE,
    Status.SOFT_404.value: _GONE,
    Status.PAYWALL.value: "Read the source where you have access to it, or cite one that is freely available.",
    Status.CHALLENGE.value: _NOT_SHOWN,
    Status.NO_TEXT.value: "Read the copy yourself: it may be a scan.",
    Status.UNSUPPORTED_TYPE.value: "Look at the copy yourself: it is not text.",
    Status.TOO_LARGE.value: "Raise `--max-bytes`, or cite the part of the work that contains the claim.",
    Status.DAMAGED.value: "Repair the archive file or fetch it again; the report's notes say where it is damaged.",
    Status.BLOCKED.value: "Open the page in a browser, or name an archive that has a copy with `--archive`.",
    Status.REFUSED.value: "Correct the address in the reference.",
}

EXEMPTING = (
    "Reject the finding in the HTML report and export the baseline for `--baseline`; or write `citewatch: ignore` and"
    " the reason into a comment behind the claim; or give an `[[ignore]]` rule in `citewatch.toml`."
)
"""How to exempt a finding, in Markdown."""
