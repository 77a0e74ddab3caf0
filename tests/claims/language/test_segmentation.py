"""Where sentences end, in many languages and scripts."""

import pytest

from claims.language.segmentation import sentences

SENTENCES = [
    ("en", ["He lived in the U.S. for a decade.", "George W. Bush served two terms."]),
    ("en", ["She met Dr. Hill at St. Anne's church.", "Many places, e.g. cafes, qualify."]),
    ("en", ["It grew from 2.5 billion in 1950 to 8 billion.", "It fell again."]),
    ("en", ["He worked for the U.S.", "The company failed in 1999."]),
    ("en", ['He said "It is over."', "She left."]),
    ("en", ['"Is it over?" he asked.', "She left."]),
    ("en", ["Wait... there is more.", "Then it ended..."]),
    ("en", ["Ito et al. (2019). Tides of the bay – they rise.", "It was praised by Lund (2021).", "It sold."]),
    ("de", ["Ott und Rehn (2004). Das Licht im Norden.", "Das Buch lobte Lund (2021).", "Es ist alt."]),
    ("en", ["Prof. Jones et al. disagree (see Fig. 3 and pp. 12–14).", "It ended in 1986.", "1987 was better."]),
    ("en", ["Yahoo! was founded in 1994.", "It grew."]),
    ("en", ["Acme Inc. was sold in Jan. 2004.", "Acme Corp. bought it at 5 p.m. on Friday."]),
    ("en", ["The book was good (it sold well.)", "He wrote another."]),
    ("en", ["He discovered vitamin C.", "It was a success."]),
    ("de", ["Er wurde am 3. Mai 1990 geboren.", "Im 19. Jahrhundert war das z. B. üblich."]),
    ("de", ["Sie sagte: „Es ist aus.“", "Er ging."]),
    ("fr", ["M. Dupont est né en 1950.", "« C'est fini. »", "Il part."]),
    ("es", ["El Sr. García nació en EE. UU. en 1950.", "¿Dónde está?", "Aquí."]),
    ("ru", ["Он родился в 1950 г. в Москве.", "А. С. Пушкин умер."]),
    ("pl", ["Urodził się w 1950 r. w Warszawie.", "Mieszka przy ul. Długiej."]),
    ("el", ["Γεννήθηκε το 1950.", "Πού είναι;", "Εδώ."]),
    ("ar", ["ولد في عام 1950.", "هل ذهبت إلى هناك؟", "نعم."]),
    ("ur", ["وہ 1950 میں پیدا ہوا۔", "وہ چلا گیا۔"]),
    ("hi", ["यह जर्मनी में बनी है।", "इसका डिजाइन 1895 में तैयार हुआ था।"]),
    ("hy", ["Երևանը մայրաքաղաք է։", "Այն հին է։"]),
    ("am", ["ይህ ነው።", "ያ ነው።"]),
    ("my", ["သူသည် သွားသည်။", "သူမ လာသည်။"]),
    ("ko", ["그는 1950년에 태어났다.", "그녀는 떠났다."]),
]
UNSPACED = [
    ("zh", ["北京是中国的首都。", "它有很长的历史！", "你去过吗？"]),
    ("zh", ["他说：“结束了。”", "她走了。"]),
    ("ja", ["彼は「終わった。」と言った。", "彼女は去った。"]),
]


@pytest.mark.parametrize(
    ("language", "expected", "space"),
    [(language, expected, " ") for language, expected in SENTENCES]
    + [(language, expected, "") for language, expected in UNSPACED],
)
def test_sentences_end_where_their_language_ends_them(language: str, expected: list[str], space: str) -> None:
    text = space.join(expected)
    assert [text[start:end] for start, end in sentences(text, language=language)] == expected


def test_a_marker_behind_a_stop_ends_the_sentence() -> None:
    text = "He lived in the U.S. Moving came late."
    assert len(sentences(text)) == 1
    assert sentences(text, markers={20}) == [(0, 20), (21, 38)]


def test_a_marker_between_stop_and_letter_ends_it_too() -> None:
    assert sentences("It is a gas.It burns.", markers={12}) == [(0, 12), (12, 21)]


def test_a_blank_line_ends_a_sentence() -> None:
    assert sentences("A heading\n\nA sentence.") == [(0, 9), (11, 22)]


def test_stops_alone_are_no_sentence() -> None:
    assert sentences("It ended. . . . Then it began.") == [(0, 9), (10, 30)]


def test_only_the_asked_part_is_looked_at() -> None:
    assert sentences("One. Two. Three.", 5, 9) == [(5, 9)]
