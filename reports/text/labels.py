"""Labels: what reports call each verdict, status, detail and change, and what it means."""

from enum import StrEnum

from claims.records import Capture, ChangeKind, ExemptBy, FactState, Status, UrlFrom, Verdict


class Tone(StrEnum):
    """The colours and signs of the HTML report; short names, since a large page repeats them thousands of times."""

    YES = "yes"
    PART = "part"
    UNSURE = "unsure"
    AGAINST = "against"
    NO = "no"
    BLANK = "blank"
    BARE = "bare"
    WAIT = "wait"


TONES = {
    Verdict.SUPPORTED: Tone.YES,
    Verdict.PARTIALLY_SUPPORTED: Tone.PART,
    Verdict.UNCLEAR: Tone.UNSURE,
    Verdict.CONTRADICTED: Tone.AGAINST,
    Verdict.NOT_SUPPORTED: Tone.NO,
    Verdict.SOURCE_UNAVAILABLE: Tone.BLANK,
    Verdict.UNCITED: Tone.BARE,
}

VERDICTS = {
    Verdict.CONTRADICTED: (
        "Contradicted",
        "The source says otherwise: another number, date or name, or the opposite. The quote shows where.",
    ),
    Verdict.NOT_SUPPORTED: ("Not supported", "Every cited source was read, and none of them says this."),
    Verdict.PARTIALLY_SUPPORTED: (
        "Partly supported",
        "The source says one part of the claim; another part was not found in it.",
    ),
    Verdict.UNCLEAR: (
        "Unclear",
        "The source was read and is about this, but citewatch cannot tell whether it says so. Please look yourself.",
    ),
    Verdict.SUPPORTED: ("Supported", "The sources say what the claim says, all of it."),
    Verdict.SOURCE_UNAVAILABLE: ("Could not be checked", "There was no readable copy to compare the claim with."),
    Verdict.UNCITED: ("No citation", "This sentence has no citation, so nothing was checked."),
}

UNFINISHED = ("Not checked yet", "An archive did not answer. Run the check again to continue.")

STATUSES = {
    Status.CHECKED: ("Checked", "A readable copy was found and compared with the claim."),
    Status.NO_URL: ("No address", "The reference has no web address, and none was found for it."),
    Status.NEVER_ARCHIVED: ("Never archived", "The archives answered that they have no copy of this page."),
    Status.MOVED: (
        "Moved",
        "The address led elsewhere: to a page that was not saved at that time, or to another work than the one named.",
    ),
    Status.EXCLUDED: ("Excluded", "The archive does not show copies of this site."),
    Status.ERROR_CAPTURE: ("Only error pages", "The archived copies are error pages, not the page itself."),
    Status.SOFT_404: ("Not-found page", "The copies show a “not found” page, although the server answered 200 OK."),
    Status.PAYWALL: ("Paywall or login", "The copies show a paywall or a login form, not the page."),
    Status.CHALLENGE: ("Bot check", "The copies show a bot check, or a page that is empty without scripts."),
    Status.NO_TEXT: ("No text", "The copy has no readable text; it may be a scan."),
    Status.UNSUPPORTED_TYPE: (
        "Unsupported file type",
        "The copy is an image, a recording or another file without text.",
    ),
    Status.TOO_LARGE: ("Too large", "The copy is larger than the size limit of this run."),
    Status.DAMAGED: ("Damaged archive", "The local archive file is damaged where this page may be."),
    Status.BLOCKED: ("Access refused", "The live page refused citewatch, which says nothing about the page itself."),
    Status.THROTTLED: ("Rate-limited", "The archive asked citewatch to slow down. Not a finding: run the check again."),
    Status.UNREACHABLE: ("Archive unreachable", "The archive did not answer. Not a finding: run the check again."),
    Status.REFUSED: ("Not fetched", "Not fetched for safety: an unsupported or private address, or a redirect loop."),
}

FACTS = {
    FactState.FOUND: "found",
    FactState.MISSING: "not found",
    FactState.CONTRADICTED: "differs",
}

EXEMPT = {
    ExemptBy.BASELINE: "the baseline",
    ExemptBy.RULE: "an ignore rule",
    ExemptBy.COMMENT: "a comment in the document",
}

CHANGES = {
    ChangeKind.NEW: "New",
    ChangeKind.WORSE: "Worse",
    ChangeKind.SOURCE_DIED: "Source unavailable",
    ChangeKind.EDITED: "Edited",
    ChangeKind.SOURCE_CHANGED: "Source changed",
    ChangeKind.MENDED: "Fixed",
    ChangeKind.GONE: "Removed",
}

ADDRESSES = {
    UrlFrom.REFERENCE: "address from the reference",
    UrlFrom.IDENTIFIER: "address from the identifier",
    UrlFrom.SOURCES_FILE: "address from the sources file",
    UrlFrom.WIKIPEDIA: "address found through Wikipedia",
    UrlFrom.NONE: "no address",
}

LIVE = "live"
"""The name of the live web among the archives."""

_ARCHIVES = {"wayback": "the Wayback Machine", LIVE: "the live web"}


def copy_name(capture: Capture) -> str:
    """Return what a capture is: a copy in an archive, or the page as it was on the live web."""
    return "live page" if capture.archive == LIVE else "copy"


def archive_name(name: str) -> str:
    """Return the name of an archive as it reads in a sentence."""
    return _ARCHIVES.get(name, name)
