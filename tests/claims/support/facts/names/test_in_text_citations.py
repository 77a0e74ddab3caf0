"""facts.names.in_text_citations: which parts of a claim only name the works that it cites."""

import pytest

from claims.support.facts.names.in_text_citations import cited


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Mills burn easily (Reyes et al., 2011).", ["(Reyes et al., 2011)"]),
        ("Mills burn easily (Reyes and Lindqvist, 2011; Helm, 2015).", ["(Reyes and Lindqvist, 2011; Helm, 2015)"]),
        ("Mills burn easily (see Reyes, 2011; Helm, 2015).", ["(see Reyes, 2011; Helm, 2015)"]),
        ("Reyes et al. (2011) found that mills burn.", ["Reyes et al. (2011)"]),
        ("As Reyes et al. found, mills burn.", ["Reyes et al."]),
        ("Reyes & Lindqvist (2011) found that mills burn.", ["Reyes & Lindqvist (2011)"]),
        ("Mühlen brennen leicht (Reyes und Lindqvist 2011).", ["(Reyes und Lindqvist 2011)"]),
        ("Mills burn easily [3, 5–7].", ["[3, 5–7]"]),
        ("The ship (Titanic, 1912) sank.", []),
        ("The mill (built in 1930 and 1931) burnt.", []),
        ("Alma Reyes and Otto Lindqvist met in 1930.", []),
    ],
)
def test_works_are_found_and_facts_are_left_alone(claim: str, expected: list[str]) -> None:
    assert [claim[start:end] for start, end in cited(claim)] == expected
