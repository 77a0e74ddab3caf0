"""The headings, in the main languages, of lists of references and of what else follows an article."""

import re

_LONGEST = 60  # characters
_WORDS = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_NUMBER = re.compile(r"\d{1,2}[.)]?\s")


def _name(heading: str) -> str:
    """A heading as headings are compared: without a number, the marks around it, and case."""
    words = _WORDS.search(heading)
    if words is None:
        return ""
    number = _NUMBER.match(words[0])
    return words[0][number.end() if number else 0 :].casefold()


def _phrases(text: str) -> frozenset[str]:
    return frozenset(_name(phrase) for line in text.strip().split("\n") for phrase in line.split("|"))


_HEADINGS = frozenset(
    f"{before}{word}{behind}"
    for before in ("", "notes and ", "footnotes and ", "citations and ")
    for word in ("reference", "references")
    for behind in ("", " and notes")
) | _phrases(
    """
    works cited|bibliography|notes|footnotes|endnotes|citations|source|sources|source cited|sources cited
    literature cited|reference list|references cited|quellen|quellenverzeichnis|einzelnachweise|fußnoten|anmerkungen
    literatur|literaturverzeichnis|références|notes et références|sources et références|bibliographie|referencias
    notas|fuentes|bibliografía|note|riferimenti|fonti|bibliografia|referências|fontes|referenties|bronnen|voetnoten
    przypisy|źródła|примечания|литература|источники|примітки|джерела|referenser|källor|noter|referanser|kilder
    lähteet|viitteet|kaynakça|kaynaklar|tài liệu tham khảo|chú thích|referensi|catatan kaki
    参考文献|參考文獻|参考资料|參考資料|参考|注释|注釋|脚注|腳註|出典|注|資料來源|资料来源|来源|引用
    각주|참고 문헌|참고문헌
    المراجع|مراجع|المصادر|منابع|הערות שוליים|סמוכין|सन्दर्भ|संदर्भ
    """
)
_BACK_MATTER = _phrases(
    """
    external link|external links|see also|further reading|weblinks|siehe auch|liens externes|voir aussi
    articles connexes|enlaces externos|véase también|collegamenti esterni|voci correlate|altri progetti
    ligações externas|ver também|externe link|externe links|zie ook|linki zewnętrzne|zobacz też|ссылки|см. также
    посилання|див. також|externa länkar|se även|eksterne lenker|eksterne henvisninger|se også|aiheesta muualla
    katso myös|externí odkazy|související články|külső hivatkozások|kapcsolódó szócikkek|dış bağlantılar
    ayrıca bakınız|legături externe|vezi și|liên kết ngoài|xem thêm|pranala luar|lihat pula|enllaços externs
    vegeu també|kanpo estekak|ikus, gainera|外部链接|外部連結|外部リンク|参见|參見|参看|関連項目
    바깥 고리|외부 링크|같이 보기
    وصلات خارجية|انظر أيضا|پیوند به بیرون|جستارهای وابسته|קישורים חיצוניים|ראו גם|बाहरी कड़ियाँ|इन्हें भी देखें
    εξωτερικοί σύνδεσμοι|външни препратки|спољашње везе|vanjske poveznice
    """
)


def is_reference_heading(line: str) -> bool:
    """Whether a line is the heading of a list of references."""
    return len(line) <= _LONGEST and _name(line) in _HEADINGS


def is_back_matter(line: str) -> bool:
    """Whether a line is the heading of what follows an article: references, further reading, links elsewhere."""
    return len(line) <= _LONGEST and (_name(line) in _HEADINGS or _name(line) in _BACK_MATTER)
