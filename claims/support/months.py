"""The names of months and weekdays in the languages that citewatch meets most, as dates use them."""

import unicodedata

# January to December, the forms that dates take (genitive in Slavic languages), then common short forms.
# From the Unicode CLDR's "format wide" and "abbreviated" month names; accents are taken away before comparing.
_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr - jun jul aug sept oct nov dec
- - - - - - - - sep - - -
januar februar marz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januar februar marts april maj juni juli august september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta - joulukuuta
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""

MONTHS = {
    name: number for line in _MONTHS.strip().splitlines() for number, name in enumerate(line.split(), 1) if name != "-"
}
"""Month name in lower case without accents -> 1 to 12."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
"""English weekday -> 0 (Monday) to 6, as `datetime.date.weekday` counts."""


def month(word: str) -> int | None:
    """The number of the month that a word names, or None."""
    plain = word.rstrip(".").casefold()
    known = MONTHS.get(plain)
    if known is None and not plain.isascii():
        marks = unicodedata.normalize("NFD", plain)
        known = MONTHS.get("".join(char for char in marks if not unicodedata.combining(char)))
    return known
