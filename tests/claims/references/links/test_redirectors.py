"""Redirectors: the page that an address leads to."""

import pytest

from claims.references.entry import read_reference
from claims.references.links.redirectors import unwrapped


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://www.google.com/url?q=https://quay.example/p%3Fid%3D4&sa=D&ust=17", "https://quay.example/p?id=4"),
        ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fquay.example%2F", "https://quay.example/"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fquay.example%2Fa%3Fb&h=AT0", "https://quay.example/a?b"),
        (
            "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fquay.example%2F&data=05",
            "https://quay.example/",
        ),
        (
            "https://www-tall--ships-org.translate.goog/a?x=1&_x_tr_sl=de&_x_tr_tl=en",
            "https://www.tall-ships.org/a?x=1",
        ),
        ("https://quay-example.cdn.ampproject.org/c/s/quay.example/news", "https://quay.example/news"),
        ("https://urldefense.com/v3/__https://quay.example/p__;!!AbC", "https://quay.example/p"),
        ("https://urldefense.com/v3/__https:/quay.example/p*a__;JQ!!AbC", "https://quay.example/p%a"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__quay.example_tall-2Dships-3Fa-3Db&d=DwI&c=x",
            "https://quay.example/tall-ships?a=b",
        ),
        (
            "https://login.proxy.library.example/login?url=https://quay.example/p?a=1&b=2",
            "https://quay.example/p?a=1&b=2",
        ),
        ("https://proxy.library.example:2048/login?qurl=https%3A%2F%2Fquay.example%2Fp", "https://quay.example/p"),
        ("https://href.li/?https://quay.example/p", "https://quay.example/p"),
        ("https://l.threads.com/?u=https%3A%2F%2Fquay.example%2F&e=AT0", "https://quay.example/"),
        (
            "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fquay%2Eexample%2Fp&urlhash=LF",
            "https://quay.example/p",
        ),
        (
            "https://disq.us/url?url=https%3A%2F%2Fquay.example%2Fp%3AzjHJ9CS7YTS6D6-FWtZRTF8swk4&cuid=1",
            "https://quay.example/p",
        ),
        ("https://link.jianshu.com?t=https%3A%2F%2Fquay.example%2Fp", "https://quay.example/p"),
        (
            "https://www.bing.com/ck/a?!&&p=6d&ptn=3&u=a1aHR0cHM6Ly9xdWF5LmV4YW1wbGUvcD9pZD00&ntb=1",
            "https://quay.example/p?id=4",
        ),
        (
            "https://r.search.yahoo.com/_ylt=Aw;_ylu=x/RV=2/RU=https%3a%2f%2fquay.example%2fp/RK=2/RS=v-",
            "https://quay.example/p",
        ),
    ],
)
def test_a_redirector_is_unwrapped_to_its_page(address: str, page: str) -> None:
    assert unwrapped(address) == page


@pytest.mark.parametrize(
    "address",
    [
        "https://t.co/a1B2c3",
        "https://www.google.com/search?q=https://quay.example/",
        "https://quay.example/login?url=/account",
        "https://disq.us/p/2940ij3",
        "https://www.bing.com/ck/a?u=a1x",
        "https://quay.example/url?q=https://other.example/",
        "https://[bad/url?q=https://quay.example/",
    ],
)
def test_any_other_address_stays_as_it_is(address: str) -> None:
    assert unwrapped(address) == address


def test_redirectors_of_redirectors_are_unwrapped() -> None:
    inner = "https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fquay.example%252F"
    assert unwrapped(f"https://www.google.com/url?q={inner}") == "https://quay.example/"


def test_a_reference_names_the_page_and_not_the_redirector() -> None:
    found = read_reference("1", "Brenner, Lights", ["https://www.google.com/url?q=https://quay.example/l&sa=D"])
    assert found.urls == ("https://quay.example/l",)
