"""Words of links that offer something else instead of naming a source: `here`, `read more`, `weitere Informationen`."""

import re

# The place that a link leads to, as its last word (adverbs of place: Universal Dependencies, PronType=Dem), without
# those that mean something else in another language: Danish "her", Italian "qui", Slovak "tu".
PLACE = re.compile(
    r"(?<!\w)(?:here|hier|ici|aquí|aqui|acá|здесь|тут|tutaj|här|zde|tady|itt|aici|tässä|täältä|täällä|"
    r"burada|buradan|burayı|di\s?sini|tại\s?đây|ở\s?đây|εδώ|тука|ovdje|овде|هنا|اینجا|כאן|यहाँ|यहां|এখানে)"
    r"(?:\s(?:klicken|clicken|klikken|tıklayın))?\W*$|(?:这里|這裡|這裏|此处|此處|こちら|ここ|여기|ที่นี่)\w{0,6}\W*$",
    re.IGNORECASE,
)
# More than the page has: `read more`, `more on this`, `weitere Informationen`, `en savoir plus`.
MORE = re.compile(
    r"\W*(?:\w+\s){0,2}(?:more|further|mehr|weitere[sn]?|plus|más|mais(?!\ssur)|più|maggiori|meer|mer|mere|więcej|больше|více|"
    r"további|mai\smult|lisää|daha\sfazla)(?:\W*$|\s(?:(?:on|about|details?|(?:da)?zu\w*|(?:dar)?über|sobre|sur|su|over|"
    r"om|o|об?|про|na)\b|(?:d['’])?info|инфо))",
    re.IGNORECASE,
)
