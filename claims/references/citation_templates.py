"""Citation templates of wikis, such as `{{cite web|url=…}}`, to `Citation`, in any language.

Their parameters identify citation templates, not their names: every wiki has several names of its own, but wikis share
few words for a URL, a title or a date. English parameters are those of Citation Style 1 (Help:Citation Style 1); the
others are those of the templates of the largest Wikipedias.
"""

import re
from collections.abc import Mapping
from itertools import chain

from claims.language.dates.dates import iso_date
from claims.records import Citation
from claims.references.citation import PrintedUrl, build_citation
from claims.references.links.archive_urls import split_archive_url
from claims.references.links.identifiers import KINDS, Identifier, clean_doi
from claims.references.links.urls import whole_url

_ALIASES = {
    "url": """url enlace ссылка посилання lien-url adresa osoite nettsted online url1 link webbadres นาม adres
        url-texte lire-en-ligne présentation-en-ligne עמוד כתובת العنوان-الشبكي مسار نشانی پیوند адрес url-adresse
        indirizzo
        宛先 링크 tinklalapis lõik địa-chỉ web-url""",
    "chapter_url": """chapter-url chapterurl contribution-url section-url entry-url article-url kapitel-url urlcapítulo
        url-capítulo""",
    "archive_url": """archive-url archiveurl archivurl archiv-url urlarchivo url-archivo archive-url archivo url-archive
        urlarchivio url-archivio arquivourl urlarquivo arquivo-url archiefurl archief-url archiwum arkivurl arkiv-url
        archiv url-archivu urlarchivu arxiuurl arkisto arkisto-url архив архив-url архів-url nuorodaarchyve
        مسار-الأرشيف نشانی-بایگانی 存檔網址 存档网址""",
    "title": """title titre titel titolo título titulo tytuł titul tittel nimeke otsikko назва заглавие название
        cím titlu
        judul títol izenburua başlık naslov titull 標題 标题 タイトル 제목 العنوان عنوان כותרת tiêu-đề script-title
        chapter article kapitel titel-p артикул 题名 pavadinimas pealkiri""",
    "publisher": """work newspaper journal magazine website periodical publisher site site-web werk éditeur editor-eo
        editorial sitioweb sitio-web obra publicación editore sito opera publicado jornal periódico obra wydawca
        opublikowany
        czasopismo uitgever издание издательство видавець видання сайт utgivare tidning utgiver avis julkaisija julkaisu
        vydavatel periodikum kiadó editura publicació editor-ca penerbit yayıncı zeitung sammelwerk verlag hrsg
        périodique
        出版者 网站 報紙 ผู้จัดพิมพ์ ناشر الناشر agency via nhà-xuất-bản argitaletxea""",
    "date": """date datum fecha data дата dato pvm ajankohta rok année año anno ano year jahr год рік årgang
        datum-vydání
        dátum an any tanggal tarih 日期 年 التاريخ تاريخ סן urte ngày publication-date""",
    "access_date": """access-date accessdate abruf abrufdatum zugriff consulté-le consulté fechaacceso
        fecha-acceso accesso
        acessodata acesso data-acesso data-dostępu dostęp bezochtdatum bezocht datacht дата-обращения accessdaymonth
        дата-звернення hämtdatum läst besøksdato besøgsdato hentet luettu viitattu viitattu-pvm datum-přístupu
        hozzáférés
        accesat consulta kontsulta sartze-data diakses-tanggal erişimtarihi erişim-tarihi 訪問日期 存取日期 访问日期
        تاريخ-الوصول تاریخ-بازبینی بازبینی تاریخ-بازدید تاریخ-دسترسی
        תאריך-וידוא ngày-truy-cập access-date pristupljeno žiūrėta""",
    "archive_date": """archive-date archivedate archiv-datum archivdatum archive-date fechaarchivo fecha-archivo
        dataarchivio
        arquivodata archiefdatum zarchiwizowano arkivdatum arkivdato datum-archivace arxiudata архив-дата
        дата-архивирования
        data-arquivo archivage arkistoitu تاريخ-الأرشيف تاریخ-بایگانی 存檔日期 存档日期""",
    "quote": "quote zitat citation cita citazione citação cytat цитата citat lainaus",
    "page": "page pages p pp seite seiten página páginas pagina pagine strony s passage страницы сторінки at side",
}
_NAMES = {name: field for field, names in _ALIASES.items() for name in names.split()}
_AUTHOR = re.compile(
    r"(?:author|auteur|autor(?:e|es)?|last|surname|first|given|nom|prénom|vorname|nachname|apellidos?|nombres?|"
    r"nome|cognome|"
    r"sobrenome|ultimo|primeiro|imię|nazwisko|автор|фамилия|имя|прізвище|ім'я|författare|forfatter|etternavn|fornavn|"
    r"tekijä|jméno|příjmení|szerző|cognom|vauthors|autori|penulis|yazar|soyadı|作者|著者|저자|المؤلف|نویسنده|"
    r"מחבר)(?P<number>\d{0,2})"
)
_GIVEN = re.compile(r"(?:first|given|prénom|vorname|nombres?|nome|primeiro|imię|имя|ім'я|fornavn|jméno|adı)\d{0,2}$")
_IDENTIFIERS = {"doi": "doi", "pmid": "pmid", "pmc": "pmc", "arxiv": "arxiv", "eprint": "arxiv", "hdl": "hdl"} | {
    "jstor": "jstor", "ssrn": "ssrn", "s2cid": "s2cid", "bibcode": "bibcode", "biorxiv": "biorxiv",
    "citeseerx": "citeseerx",
}  # fmt: skip
_URL_FIELDS = ("url", "chapter_url", "archive_url")
_STATUSES = {"dead": "dead", "unfit": "unfit", "usurped": "usurped", "deviated": "deviated"}
_FEWEST = 2  # known parameters of a citation template
_MOST_UNKNOWN = 6  # parameters of a citation template beyond its known ones; an infobox has more
_SPACE = re.compile(r"[\s_]+")


def is_citation(parameters: Mapping[str, str]) -> bool:
    """Whether these are the parameters of a template that cites a work."""
    fields = [
        field or _other_field(name) for name, value in parameters.items() if (field := _field(name)) or value.strip()
    ]
    known = set(fields) - {None}
    work = "title" in known and len(known) >= _FEWEST
    address = "url" in known and bool(known & {"access_date", "archive_url", "archive_date", "date", "publisher"})
    return (work or address or "identifier" in known) and fields.count(None) <= _MOST_UNKNOWN + len(known)


def citation_from_template(citation_id: str, text: str, parameters: Mapping[str, str]) -> Citation:
    """Build a citation from the parameters of a template.

    Args:
        citation_id: the id of the citation.
        text: the entry as printed.
        parameters: names to values without markup.
    """
    fields: dict[str, str] = {}
    for name, value in parameters.items():
        field = _field(name)
        if field and value.strip():
            fields.setdefault(field, value.strip())
    if _links_copy(fields):
        fields.setdefault("archive_date", fields.pop("date", ""))
    identifiers = list(_identifiers(parameters))
    status = _STATUSES.get(parameters.get("url-status", "").strip().lower())
    dead = parameters.get("dead-url", parameters.get("deadurl", "")).strip().lower() in ("yes", "y", "true")
    return build_citation(
        citation_id,
        text,
        [PrintedUrl(url=whole_url(fields[name]), source=name) for name in _URL_FIELDS if name in fields],
        identifiers,
        title=fields.get("title"),
        authors=_authors(parameters),
        publisher=fields.get("publisher"),
        date=iso_date(fields.get("date", "")),
        access_date=iso_date(fields.get("access_date", "")),
        archive_date=iso_date(fields.get("archive_date", "")),
        page=fields.get("page"),
        quote=fields.get("quote"),
        flags=tuple(flag for flag in (status, "dead" if dead else None) if flag),
    )


def _links_copy(fields: Mapping[str, str]) -> bool:
    """Whether a template only links a copy in an archive, as `{{webarchive}}` does: its date is that of the copy."""
    return not fields.keys() & {"title", "publisher"} and split_archive_url(fields.get("url", "")) is not None


def _plain(name: str) -> str:
    return _SPACE.sub("-", name.strip().casefold())


def _field(name: str) -> str | None:
    return _NAMES.get(_plain(name))


def _other_field(name: str) -> str | None:
    """Classify a parameter that has no alias: an identifier, an author, or (None) unknown."""
    plain = _plain(name)
    if plain in _IDENTIFIERS:
        return "identifier"
    return "author" if _AUTHOR.fullmatch(plain) else None


def _identifiers(parameters: Mapping[str, str]) -> list[Identifier]:
    found = []
    for name, value in parameters.items():
        kind = _IDENTIFIERS.get(_plain(name))
        if kind and value.strip():
            plain = clean_doi(value) if kind == "doi" else value.strip().removeprefix("PMC")
            found.append(Identifier(kind=kind, value=plain))
    return sorted(found, key=lambda identifier: KINDS.index(identifier.kind))


def _authors(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """Collect the names of the authors in order, surname first if the template separates the parts."""
    people: dict[int, list[str]] = {}
    for name, value in parameters.items():
        match = _AUTHOR.fullmatch(_plain(name).replace("-", ""))
        if match and value.strip():
            parts = people.setdefault(int(match["number"] or 1), [])
            parts.append(value.strip()) if _GIVEN.match(_plain(name)) else parts.insert(0, value.strip())
    return tuple(chain.from_iterable([", ".join(parts)] for _, parts in sorted(people.items())))
