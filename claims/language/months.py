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
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta -
- - - - - - - - - - marraskuuta joulukuuta
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""

# Names that tell a date only beside a day or a year, in Hebrew also with "in", in others also as they stand there.
# What is two months in two languages (listopad) is the larger language's. Accents stand where a name would be another
# word without.
_BESIDE_DIGITS = """
जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर
জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
জানুয়ারী ফেব্রুয়ারী - - - - - অগাস্ট - - - -
มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
januari februari maret april mei juni juli agustus september oktober november desember
- - március április május június július augusztus szeptember - - -
ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου
ιανουαριο φεβρουαριο μαρτιο απριλιο μαιο ιουνιο ιουλιο αυγουστο σεπτεμβριο οκτωβριο νοεμβριο δεκεμβριο
ιανουαριοσ φεβρουαριοσ μαρτιοσ απριλιοσ μαιοσ ιουνιοσ ιουλιοσ αυγουστοσ σεπτεμβριοσ οκτωβριοσ νοεμβριοσ δεκεμβριοσ
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
ژانویه فوریه مارس آوریل - ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
- شباط آذار نيسان أيار حزيران تموز - أيلول - - -
جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrzesniu pazdzierniku listopadzie grudniu
- unor brezen duben kveten cerven cervenec srpen - - - prosinec
lednu unoru breznu dubnu kvetnu cervnu cervenci srpnu - rijnu - prosinci
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні
tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesakuussa heinakuussa elokuussa syyskuussa
- - - - - - - - - lokakuussa marraskuussa joulukuussa
gener febrer març - maig juny juliol agost setembre octubre novembre desembre
януари февруари - - - - - - септември октомври ноември декември
"""


def _numbered(table: str) -> dict[str, int]:
    return {
        name: number
        for line in table.strip().splitlines()
        for number, name in enumerate(line.split(), 1)
        if name != "-"
    }


MONTHS = _numbered(_MONTHS)
"""Month name in lower case without accents -> 1 to 12."""

_ALL = _numbered(_BESIDE_DIGITS) | MONTHS

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
"""English weekday -> 0 (Monday) to 6, as `datetime.date.weekday` counts."""


def month(word: str) -> int | None:
    """The number of the month that a word names, or None."""
    plain = word.rstrip(".").casefold()
    known = _ALL.get(plain)
    if known is None and not plain.isascii():
        marks = unicodedata.normalize("NFD", plain)
        known = _ALL.get("".join(char for char in marks if not unicodedata.combining(char)))
    return known
