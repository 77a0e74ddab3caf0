"""The dates of an entry: published, accessed, archived, in any language."""

import pytest

from claims.references.entry import read_reference


@pytest.mark.parametrize(
    "phrase",
    [
        "Retrieved 22 August 2007",
        "Accessed on August 22, 2007",
        "abgerufen am 22. August 2007",
        "consulté le 22 août 2007",
        "Consultado el 22 de agosto de 2007",
        "URL consultato il 22 agosto 2007",
        "Acesso em 22 de agosto de 2007",
        "Geraadpleegd op 22 augustus 2007",
        "dostęp 22 sierpnia 2007",
        "Дата обращения: 22 августа 2007",
        "2007年8月22日閲覧",
    ],
)
def test_the_date_of_access_is_not_the_date_of_publication(phrase: str) -> None:
    citation = read_reference("1", f"“The treaty”. Kyodo. 12 August 2002. {phrase}.")
    assert (citation.date, citation.access_date) == ("2002-08-12", "2007-08-22")
