"""Web Annotations, ClaimReview and GitLab's code quality: what other programs read of them."""

import json

from claims.records import Link, Verdict
from reports.formats.registry import FORMATS
from tests.reports.examples import every_verdict, lighthouse, report, saying
from tests.reports.lighthouse import CLAIMS, LIGHTHOUSE


def rendered(name, made=None):
    ((_, pieces),) = FORMATS[name].render(made or lighthouse()).items()
    return json.loads("".join(pieces))


def test_each_cited_claim_is_an_annotation_at_its_words_and_place():
    page = rendered("annotations")
    cited = [claim for claim in CLAIMS if claim.link is Link.DIRECT]

    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(page["items"]) == len(cited)
    for annotation in page["items"]:
        quote, position = annotation["target"]["selector"]
        found = LIGHTHOUSE.text[position["start"] : position["end"]]
        assert found == quote["exact"]
        assert LIGHTHOUSE.text[: position["start"]].endswith(quote["prefix"])
        assert LIGHTHOUSE.text[position["end"] :].startswith(quote["suffix"])


def test_the_ids_of_annotations_are_unique():
    ids = [annotation["id"] for annotation in rendered("annotations", report(LIGHTHOUSE, LIGHTHOUSE))["items"]]

    assert len(ids) == len(set(ids))


def test_an_annotation_links_to_the_quoted_words_of_the_copy():
    annotation = next(one for one in rendered("annotations")["items"] if one["id"].endswith(CLAIMS[1].id))
    said, quoted = annotation["body"][:2]

    assert said["value"].startswith("Not supported: ")
    assert quoted["source"].startswith("https://web.archive.org/web/2022")
    assert quoted["selector"]["exact"] == CLAIMS[1].checks[0].evidence[0].quote


def test_reviews_rate_what_was_judged_and_nothing_else():
    reviews = rendered("claimreview", every_verdict())["@graph"]
    ratings = {review["identifier"]: review["reviewRating"]["ratingValue"] for review in reviews}

    assert ratings[CLAIMS[1].id] == 1
    assert set(ratings.values()) == {1, 2, 3, 4, 5}
    unread = [claim.id for claim in CLAIMS if claim.verdict in (Verdict.SOURCE_UNAVAILABLE, Verdict.UNCITED)]
    assert not ratings.keys() & set(unread)


def test_code_quality_has_what_gitlab_requires_of_an_entry():
    entries = rendered("codequality", every_verdict())

    assert sorted(entry["severity"] for entry in entries) == ["critical", "info", "major", "minor"]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["location"]["path"] == "skarvholm.txt"
        assert entry["location"]["lines"]["begin"] >= 1


def test_addresses_that_are_no_web_pages_are_not_linked():
    hostile = report(saying("javascript:alert(1)"))

    assert all(len(one["body"]) == 1 for one in rendered("annotations", hostile)["items"])
    assert all(one["isBasedOn"] == [] for one in rendered("claimreview", hostile)["@graph"])
