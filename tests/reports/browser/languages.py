"""Reports on articles in Arabic, Hebrew and Japanese on an invented lighthouse, every outcome in each."""

from dataclasses import replace

from claims.records import (
    Block,
    BlockKind,
    Citation,
    Evidence,
    Fact,
    FactKind,
    FactState,
    JudgedClaim,
    JudgedDocument,
    Link,
    UrlFrom,
)
from tests.reports.examples import report
from tests.reports.lighthouse import CLAIMS
from tests.reports.lighthouse_text import COURIER

ARABIC = (
    "ar",
    "منارة سكارفهولم",
    (
        (
            "البناء",
            (
                "أضيئت منارة سكارفهولم لأول مرة في 14 أكتوبر 1871.",
                "يبلغ ارتفاع البرج 31 مترا فوق الصخرة.",
                "بناها 24 عاملا من بلدة سوندفيك خلال ثلاثة فصول صيف.",
                "نقلت الحجارة بالقوارب من محجر Nordvik القريب.",
                "كان المصباح يحرق زيت اللفت حتى عام 1887.",
            ),
        ),
        (
            "الحراس",
            (
                "خدم في المنارة أربعة حراس في وقت واحد.",
                "تولت إنغريد فالك رعاية المحطة من 1903 إلى 1931.",
                "يحتفظ متحف سوندفيك بسجلاتها في 14 صندوقا.",
                "جرفت عاصفة عام 1922 مخزن القوارب كله.",
                "غادر آخر طاقم الجزيرة في 2 مايو 1964.",
            ),
        ),
    ),
    "جاء في الصحيفة (Sundvik Courier, 2021): «أضيء المصباح لأول مرة عام 1871، على ارتفاع 27 مترا».",
    "صحيفة سوندفيك: «150 عاما على المنارة»، 14 أكتوبر 2021. https://courier.example/skarvholm-150",
)
HEBREW = (
    "he",
    "מגדלור סקארבהולם",
    (
        (
            "הבנייה",
            (
                "המגדלור הודלק לראשונה ב־14 באוקטובר 1871.",
                "גובהו של המגדל 31 מטרים מעל הסלע.",
                "האבנים הובאו בסירות ממחצבה ליד Nordvik.",
                "עד שנת 1887 בער במנורה שמן לפתית.",
                "אף אחד אינו יודע מי צייר את התוכניות.",
            ),
        ),
        (
            "השומרים",
            (
                "אינגריד פאלק שמרה על התחנה מ־1903 עד 1931.",
                "יומניה מוחזקים במוזיאון סונדוויק.",
                "סערה בשנת 1922 סחפה את בית הסירות.",
                "הצוות האחרון עזב ב־2 במאי 1964.",
            ),
        ),
    ),
    "בעיתון נכתב (עמ' 3): „המנורה הודלקה בשנת 1871, בגובה 27 מטרים”.",
    "עיתון סונדוויק, „150 שנה למגדלור”, 14 באוקטובר 2021. https://courier.example/skarvholm-150",
)
JAPANESE = (
    "ja",
    "スカルヴホルム灯台",
    (
        (
            "建設",
            (
                "スカルヴホルム灯台は1871年10月14日に初めて点灯した。",
                "塔の高さは岩の上から31メートルである。",
                "石材は近くのNordvikの採石場から船で運ばれた。",
                "1887年までは菜種油が灯りに使われていた。",
                "設計者の名前は記録に残っていない。",
            ),
        ),
        (
            "灯台守",
            (
                "一度に四人の灯台守が勤務していた。",
                "イングリッド・ファルクは1903年から1931年まで灯台を守った。",
                "彼女の日誌はスンドヴィーク博物館に保管されている。",
                "1922年の嵐で艇庫が流された。",
                "最後の一団は1964年5月2日に島を離れた。",
            ),
        ),
    ),
    "「灯りは1871年に初めて、岩から27メートルの高さにともされた」と新聞は伝えている。",
    "『スンドヴィーク新報』「灯台の150年」2021年10月14日。https://courier.example/skarvholm-150",
)
DOCUMENTS = {"arabic": ARABIC, "hebrew": HEBREW, "japanese": JAPANESE}


def article(language, title, sections, quote, entry) -> JudgedDocument:
    """A judged document, its sentences in all outcomes in turn, one paragraph a section."""
    parts, blocks, claims = [title], [Block(start=0, end=len(title), kind=BlockKind.TITLE)], []
    patterns = [claim for claim in CLAIMS if claim.link is Link.DIRECT] + [CLAIMS[3]]
    space = "" if language == "ja" else " "
    for heading, sentences in sections:
        for kind, text in ((BlockKind.HEADING, heading), (BlockKind.PARAGRAPH, space.join(sentences))):
            start = len("\n\n".join(parts)) + 2
            parts.append(text)
            blocks.append(Block(start=start, end=start + len(text), kind=kind))
        for text in sentences:
            place = start + parts[-1].index(text)
            claims.append(_claim(patterns[len(claims) % len(patterns)], text, place, heading, quote, len(parts)))
    citation = Citation(
        id="1", text=entry, title=entry, url=COURIER.url, urls=(COURIER.url,), url_from=UrlFrom.REFERENCE
    )
    return JudgedDocument(
        source=f"{title}.txt", format="plain", title=title, language=language, as_of="2022-04-01",
        text="\n\n".join(parts), blocks=tuple(blocks), citations=(citation,), claims=tuple(claims),
    )  # fmt: skip


def _claim(pattern, text, start, section, quote, line) -> JudgedClaim:
    """`pattern` with other words: its evidence is `quote`, its detail the first year in `text`."""
    year = next((word for word in ("1871", "1887", "1922", "31") if word in text), "")
    at = text.find(year)
    evidence = Evidence(quote=quote, start=0, end=len(quote), score=0.9)
    fact = Fact(
        kind=FactKind.NUMBER, text=year, start=at, end=at + len(year), state=FactState.CONTRADICTED, found=quote[:20]
    )
    checks = tuple(
        replace(
            check, citation="1", facts=(), missing=(year,) if check.missing and year else (),
            evidence=(evidence,) if check.evidence else (),
        )
        for check in pattern.checks[:1]
    )  # fmt: skip
    return replace(
        pattern, id=f"{start:04x}{len(text):04x}", text=text, sentence=text, context=text, start=start,
        end=start + len(text), line=line, section=section, citations=("1",) if pattern.citations else (),
        facts=(fact,) if year and pattern.facts else (), missing=(), checks=checks,
    )  # fmt: skip


REPORTS = {name: report(article(*words)) for name, words in DOCUMENTS.items()}
