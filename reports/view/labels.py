"""The words a reader meets: what each verdict and status is called in a report, and what it means."""

from enum import StrEnum

from claims.records import ChangeKind, ExemptBy, FactState, Status, UrlFrom, Verdict


class Tone(StrEnum):
    """The colours and signs of the HTML report; short, since a page on 500 claims names them thousands of times."""

    YES = "yes"
    PART = "part"
    NO = "no"
    BLANK = "blank"
    BARE = "bare"
    WAIT = "wait"


TONES = {
    Verdict.SUPPORTED: Tone.YES,
    Verdict.PARTIALLY_SUPPORTED: Tone.PART,
    Verdict.NOT_SUPPORTED: Tone.NO,
    Verdict.SOURCE_UNAVAILABLE: Tone.BLANK,
    Verdict.UNCITED: Tone.BARE,
}

VERDICTS = {
    Verdict.SUPPORTED: ("Supported", "The archived copy says what the claim says."),
    Verdict.PARTIALLY_SUPPORTED: ("Partly supported", "The copy says some of it; something in the claim is not there."),
    Verdict.NOT_SUPPORTED: ("Not supported", "The copy was read, and does not say it or says otherwise."),
    Verdict.SOURCE_UNAVAILABLE: ("Could not be checked", "There was nothing readable to compare the claim with."),
    Verdict.UNCITED: ("No citation", "No citation reaches this sentence. Nothing was checked."),
}

UNFINISHED = ("Not checked yet", "An archive would not or could not answer. Run the check again: it goes on from here.")

STATUSES = {
    Status.CHECKED: ("Checked", "A readable copy was found and compared."),
    Status.NO_URL: ("No address", "The reference gives no web address, and none was found for it."),
    Status.NEVER_ARCHIVED: ("Never archived", "The archives answered: they hold no copy of this page."),
    Status.EXCLUDED: ("Held back", "The archive does not show copies of this site."),
    Status.ERROR_CAPTURE: ("Only error pages", "What was archived are the site's error answers, not the page."),
    Status.SOFT_404: ("Not-found page", "The copies show a not-found page, though the site said all was well."),
    Status.PAYWALL: ("Paywall or login", "The copies show a paywall or a login, not the page."),
    Status.CHALLENGE: ("Bot check", "The copies show a bot check, or a page that is empty without its scripts."),
    Status.NO_TEXT: ("No text", "The copy holds no text that can be read: a scan, say."),
    Status.UNSUPPORTED_TYPE: ("Not a text", "The copy is an image, a recording or another kind of file."),
    Status.TOO_LARGE: ("Too large", "The copy is larger than the limit that was set."),
    Status.THROTTLED: ("Asked to wait", "The archive asked for a pause. Not a finding: run the check again."),
    Status.UNREACHABLE: ("Out of reach", "The archive did not answer. Not a finding: run the check again."),
    Status.REFUSED: ("Not fetched", "Not fetched for safety: an odd address, a private network or a redirect loop."),
}

FACTS = {
    FactState.FOUND: "found",
    FactState.MISSING: "not found",
    FactState.CONTRADICTED: "differs",
}

EXEMPT = {
    ExemptBy.BASELINE: "the baseline",
    ExemptBy.RULE: "a rule",
    ExemptBy.COMMENT: "a comment in the document",
}

CHANGES = {
    ChangeKind.NEW: "New",
    ChangeKind.WORSE: "Worse",
    ChangeKind.SOURCE_DIED: "Source gone",
    ChangeKind.EDITED: "Edited",
    ChangeKind.SOURCE_CHANGED: "Source changed",
    ChangeKind.MENDED: "Mended",
    ChangeKind.GONE: "Taken out",
}

ADDRESSES = {
    UrlFrom.REFERENCE: "address from the reference",
    UrlFrom.IDENTIFIER: "address from its identifier",
    UrlFrom.SOURCES_FILE: "address from the sources file",
    UrlFrom.WIKIPEDIA: "address found through Wikipedia",
    UrlFrom.NONE: "no address",
}

ARCHIVES = {"wayback": "the Wayback Machine"}


def archive_words(name: str) -> str:
    """How an archive is called in a sentence."""
    return ARCHIVES.get(name, name)


def count(number: int, one: str, many: str) -> str:
    """`number` with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {one if number == 1 else many}"


# What whoever can edit the document may do; the rules of the SARIF report carry it as their help.
MENDS = {
    Verdict.NOT_SUPPORTED.value: (
        "Open the archived copy at the quoted words. If the document is wrong, mend it; if the source is the wrong one,"
        " cite another; if the check is wrong, exempt the finding with its reason."
    ),
    Verdict.PARTIALLY_SUPPORTED.value: (
        "Look up what is named as missing. Cite a second source for it, or take it out of the sentence."
    ),
    Verdict.UNCITED.value: "Cite a source behind the sentence if it needs one.",
    Status.NO_URL.value: "Give the reference a web address, an identifier such as a DOI, or an entry in --sources.",
    Status.NEVER_ARCHIVED.value: "If the page still exists, save it in an archive; else cite a copy kept elsewhere.",
    Status.EXCLUDED.value: "Read the page itself, or name a copy in another archive with --archive.",
    Status.ERROR_CAPTURE.value: "The page is likely gone. Look for its new address, or cite another source.",
    Status.SOFT_404.value: "The page is likely gone. Look for its new address, or cite another source.",
    Status.PAYWALL.value: "Read the source where you have access to it, or cite one that is open.",
    Status.CHALLENGE.value: "Read the page itself, or name a copy in another archive with --archive.",
    Status.NO_TEXT.value: "Read the copy itself: it may be a scan.",
    Status.UNSUPPORTED_TYPE.value: "Look at the copy itself: it is no text.",
    Status.TOO_LARGE.value: "Raise --max-bytes, or cite the part of the work that holds the claim.",
    Status.REFUSED.value: "Mend the address in the reference.",
}
