"""The words by which references of the main languages say when a page was read and that it was archived."""

import re

# Each phrase stands before its date, but for the East Asian ones, which stand behind it.
_ACCESS = (
    "retrieved", "accessed", "access date", "last accessed", "last visited", "date accessed", "viewed", "checked",
    "abgerufen", "zugriff", "zuletzt besucht", "aufgerufen", "consulté le", "consulté", "consultée", "page consultée",
    "consultado", "consultada", "acceso", "fecha de acceso", "consultato", "consultata", "url consultato", "acesso em",
    "acessado em", "consultado em", "acedido em", "geraadpleegd", "bezocht", "dostęp", "data dostępu", "дата обращения",
    "проверено", "дата звернення", "процитовано", "hämtad", "läst", "besøkt", "hentet", "lest", "viitattu", "luettu",
    "citováno", "cit.", "přístup", "hozzáférés", "megtekintve", "erişim tarihi", "erişim", "accesat", "truy cập",
    "diakses", "dicapai", "consulta", "consultat", "[consulta", "ανακτήθηκε", "посетено", "приступљено", "pristupljeno",
    "اطلع عليه", "بازبینی‌شده", "نشانی", "אוחזר", "נבדק", "檢索於", "检索于", "访问日期", "訪問日期", "引用日期",
    "存取日期", "查閱", "於…查閱", "閲覧日", "확인날짜", "访问于", "kontsulta", "žiūrėta", "vaadatud",
)  # fmt: skip
_ARCHIVED = (
    "archived from", "archived at", "archived on", "archived copy", "archived", "archive date", "archiviert", "archivé",
    "archivée", "archives", "archivado", "archivada", "archiviato", "arquivado", "gearchiveerd", "zarchiwizowane",
    "zarchiwizowano", "архивировано", "архив", "дата архивирования", "архівовано", "arkiverad", "arkiveret", "arkivert",
    "arkistoitu", "archivováno", "archivovaný", "archivált", "arşivlendi", "arhivat", "diarsipkan", "arxivat",
    "αρχειοθετήθηκε", "архивиран", "arhivirano", "مؤرشف", "بایگانی", "הועבר לארכיון", "存檔", "存档", "原始内容存档于",
    "オリジナル", "アーカイブ", "원본 문서", "보존된", "artxibatua",
)  # fmt: skip
_AFTER = re.compile(r"閲覧|查閱|查阅|访问|訪問|引用|확인함|에 확인|檢索|检索|取得")


def _alternatives(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, longest_first)) + ")", re.IGNORECASE)


ACCESS = _alternatives(_ACCESS)
ARCHIVED = _alternatives(_ARCHIVED)
ACCESS_BEHIND = _AFTER
