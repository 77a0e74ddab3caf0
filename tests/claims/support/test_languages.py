"""claims.support in several languages: right claims, wrong numbers, and what never happened."""

import pytest

from claims.records import Verdict
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source

CHECKER = default_checker()

# One page of our own on a lighthouse, in eight languages.
PAGES = {
    "de": (
        "Der Leuchtturm von Westhafen wurde 1871 nach Plänen des Ingenieurs Karl Brandt errichtet.",
        "Er ist 31,5 Meter hoch und steht auf einem Felsen vor der Küste.",
        "Die erste Wärterin war Ada Brenner, die dort 27 Jahre lang arbeitete.",
        "Im Jahr 2004 kaufte die Gemeinde den Turm für 1,2 Millionen Euro.",
        "Heute besuchen ihn jährlich rund 40.000 Gäste.",
        "Der Eintritt kostet für Erwachsene fünf Euro.",
        "Das Museum ist montags geschlossen.",
    ),
    "fr": (
        "Le phare de Westhaven fut construit en 1871 selon les plans de l'ingénieur Karl Brandt.",
        "Haut de 31,5 mètres, il se dresse sur un rocher au large de la côte.",
        "La première gardienne fut Ada Brenner, qui y travailla pendant vingt-sept ans.",
        "En 2004, la commune acheta la tour pour 1,2 million d'euros.",
        "Environ 40 000 visiteurs le visitent chaque année.",
        "L'entrée coûte cinq euros pour les adultes.",
        "Le musée est fermé le lundi.",
    ),
    "es": (
        "El faro de Westhaven se construyó en 1871 según los planos del ingeniero Karl Brandt.",
        "Mide 31,5 metros de altura y se alza sobre una roca frente a la costa.",
        "La primera farera fue Ada Brenner, que trabajó allí durante veintisiete años.",
        "En 2004 el municipio compró la torre por 1,2 millones de euros.",
        "Unas 40.000 personas lo visitan cada año.",
        "La entrada cuesta cinco euros para los adultos.",
        "El museo cierra los lunes.",
    ),
    "ru": (
        "Маяк Вестхавена был построен в 1871 году по проекту инженера Карла Брандта.",
        "Его высота составляет 31,5 метра, он стоит на скале у побережья.",
        "Первой смотрительницей была Ада Бреннер, проработавшая там 27 лет.",
        "В 2004 году община купила башню за 1,2 миллиона евро.",
        "Ежегодно его посещают около 40 000 человек.",
        "Вход для взрослых стоит пять евро.",
        "По понедельникам музей закрыт.",
    ),
    "ja": (
        "ウェストヘブン灯台は1871年に技師カール・ブラントの設計で建てられた。",
        "高さは31.5メートルで、沖の岩の上に立っている。",
        "最初の灯台守はアダ・ブレナーで、27年間勤めた。",
        "2004年に町は塔を120万ユーロで購入した。",
        "毎年約4万人が訪れる。",
        "大人の入場料は5ユーロである。",
        "博物館は月曜日に休館する。",
    ),
    "zh": (
        "韦斯特黑文灯塔建于1871年，由工程师卡尔·布兰特设计。",
        "灯塔高31.5米，矗立在海岸外的岩石上。",
        "第一任守塔人是阿达·布伦纳，她在那里工作了27年。",
        "2004年，市政府以120万欧元买下了这座塔。",
        "每年约有4万人参观。",
        "成人门票为五欧元。",
        "博物馆星期一闭馆。",
    ),
    "ar": (
        "بنيت منارة ويستهافن عام 1871 وفق تصاميم المهندس كارل برانت.",
        "يبلغ ارتفاعها 31.5 مترا وتقف على صخرة قبالة الساحل.",
        "كانت آدا برينر أول حارسة لها وعملت هناك 27 عاما.",
        "في عام 2004 اشترت البلدية البرج مقابل 1.2 مليون يورو.",
        "يزورها سنويا نحو 40000 شخص.",
        "سعر الدخول للبالغين خمسة يورو.",
        "المتحف مغلق يوم الاثنين.",
    ),
    "hi": (
        "वेस्टहेवन का प्रकाशस्तंभ 1871 में इंजीनियर कार्ल ब्रांट की योजना के अनुसार बनाया गया था।",
        "इसकी ऊँचाई 31.5 मीटर है और यह तट के पास एक चट्टान पर खड़ा है।",
        "इसकी पहली रखवाली एडा ब्रेनर थीं, जिन्होंने वहाँ 27 वर्ष काम किया।",
        "2004 में नगर पालिका ने मीनार को 12 लाख यूरो में खरीदा।",
        "हर वर्ष लगभग 40,000 लोग यहाँ आते हैं।",
        "वयस्कों के लिए प्रवेश शुल्क पाँच यूरो है।",
        "संग्रहालय सोमवार को बंद रहता है।",
    ),
}
RIGHT = [
    ("de", "Ada Brenner war die erste Wärterin des Leuchtturms."),
    ("de", "Der Leuchtturm wurde 1871 von Karl Brandt entworfen und gebaut."),
    ("de", "2004 erwarb die Gemeinde den Turm für 1.200.000 Euro."),
    ("fr", "Ada Brenner fut la première gardienne du phare."),
    ("fr", "Le phare a été construit en 1871."),
    ("fr", "La commune a acheté la tour en 2004 pour 1,2 million d’euros."),
    ("es", "Ada Brenner fue la primera farera."),
    ("es", "El faro fue construido en 1871."),
    ("es", "El municipio compró la torre en 2004 por 1,2 millones de euros."),
    ("ru", "Первой смотрительницей маяка была Ада Бреннер."),
    ("ru", "Маяк построен в 1871 году."),
    ("ru", "В 2004 году община купила башню за 1,2 млн евро."),
    ("ja", "最初の灯台守はアダ・ブレナーであった。"),
    ("ja", "灯台は1871年に建てられた。"),
    ("ja", "町は2004年に塔を120万ユーロで買った。"),
    ("ja", "毎年およそ40,000人が訪れる。"),
    ("zh", "第一任守塔人是阿达·布伦纳。"),
    ("zh", "灯塔建于1871年。"),
    ("zh", "2004年市政府以120万欧元购买了这座塔。"),
    ("zh", "每年约有40000人参观灯塔。"),
    ("ar", "بنيت المنارة عام 1871."),
    ("ar", "بنيت المنارة عام ١٨٧١."),
    ("hi", "एडा ब्रेनर प्रकाशस्तंभ की पहली रखवाली थीं।"),
    ("hi", "प्रकाशस्तंभ 1871 में बनाया गया था।"),
    ("hi", "2004 में नगर पालिका ने मीनार को 1,200,000 यूरो में खरीदा।"),
]
WRONG = [
    ("de", "Der Leuchtturm wurde 1891 gebaut."),
    ("de", "Er ist 41,5 Meter hoch."),
    ("de", "Der Leuchtturm brannte im Zweiten Weltkrieg ab."),
    ("de", "Das Museum ist sonntags geschlossen."),
    ("fr", "Le phare a été construit en 1891."),
    ("fr", "Le phare est haut de 41,5 mètres."),
    ("fr", "Le phare fut détruit pendant la guerre."),
    ("es", "El faro fue construido en 1817."),
    ("es", "El faro mide 41,5 metros."),
    ("es", "El faro fue destruido en la guerra."),
    ("ru", "Маяк построен в 1891 году."),
    ("ru", "Высота маяка 41,5 метра."),
    ("ru", "Во время войны маяк был разрушен."),
    ("ja", "灯台は1891年に建てられた。"),
    ("ja", "灯台の高さは41.5メートルである。"),
    ("ja", "灯台は戦争で破壊された。"),
    ("zh", "灯塔建于1891年。"),
    ("zh", "灯塔高41.5米。"),
    ("zh", "灯塔在战争中被毁。"),
    ("ar", "بنيت المنارة عام 1891."),
    ("ar", "يبلغ ارتفاع المنارة 41.5 مترا."),
    ("ar", "دمرت المنارة في الحرب."),
    ("hi", "प्रकाशस्तंभ 1891 में बनाया गया था।"),
    ("hi", "इसकी ऊँचाई 41.5 मीटर है।"),
    ("hi", "युद्ध में प्रकाशस्तंभ नष्ट हो गया था।"),
]


def verdict(language: str, claim: str) -> Verdict:
    index = CHECKER.index(source(*PAGES[language], language=language))
    return CHECKER.judge(Statement(text=claim), [index]).verdict


@pytest.mark.parametrize(("language", "claim"), RIGHT)
def test_a_right_claim_is_supported(language: str, claim: str) -> None:
    assert verdict(language, claim) is Verdict.SUPPORTED


@pytest.mark.parametrize(("language", "claim"), WRONG)
def test_a_wrong_claim_is_not(language: str, claim: str) -> None:
    assert verdict(language, claim) is not Verdict.SUPPORTED


SILENT = {
    "pt": (
        "A feira da vila abre no verão. Os barcos chegam duas vezes por semana. Há um museu no velho moinho. A escola "
        "tem um jardim com rosas. A estrada para o norte está fechada. O mercado vende peixe e pão.",
        "A igreja de Santa Rita não tem torre nem sinos de bronze.",
    ),
    "tr": (
        "Köydeki pazar yazın açılır. Gemiler haftada iki kez gelir. Eski değirmende bir müze var. Okulun güllü bir "
        "bahçesi var. Kuzeye giden yol kapalı. Pazarda balık ve ekmek satılır.",
        "Kilise kırmızı tuğladan yapılmış büyük bir bina değil.",
    ),
}


@pytest.mark.parametrize("language", SILENT)
def test_silence_on_a_claim_that_denies_is_no_alarm(language: str) -> None:
    page, claim = SILENT[language]
    judgement = CHECKER.judge(Statement(text=claim), [CHECKER.index(source(page, language=language))])
    assert judgement.verdict is Verdict.UNCLEAR
