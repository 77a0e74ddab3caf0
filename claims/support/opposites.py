"""Words of which one excludes the other in the same place: the two poles of a matter, or two of one kind.

Wider than the pairs of `lexicon`: "demolished" is against "constructed" as much as against "built". So these tell
something only where claim and sentence agree on both sides.
"""

from claims.language.stemming import stemmer

# Written for citewatch. Poles stand on either side of the stroke; every word of one is against every word of the other.
_POLES = """
include contain feature comprise hold show display carry | lack lacking missing exclude omit avoid devoid
use employ utilise utilize apply | avoid abandon reject shun deprecate
build built construct erect create establish found develop form introduce launch install |
    demolish destroy raze dismantle remove abolish dissolve disband eliminate scrap cancel deprecate
add insert append | remove delete drop omit subtract
approve accept adopt endorse ratify authorise authorize allow permit enable grant let |
    reject deny refuse decline cancel veto prevent prohibit ban forbid block stop halt oppose
increase raise grow grew grown rise rose risen expand boost gain climb strengthen enlarge accelerate intensify |
    decrease reduce fall fell fallen drop decline shrink shrank cut lower diminish weaken slow dwindle slump
improve enhance promote help aid encourage facilitate support | worsen harm hinder impair damage inhibit hamper impede
    discourage deteriorate obstruct undermine
start begin began begun commence open launch continue maintain remain keep stay retain kept resume |
    stop end finish cease close quit resign discontinue abandon interrupt suspend halt lose lost retire
join merge unite combine attach connect | separate split divide leave detach disconnect
win won | lose lost
buy bought purchase acquire | sell sold auction
borrow | lend lent lended
find found discover locate | lose lost
arrive enter | depart leave exit
love like enjoy admire praise applaud celebrate welcome | hate dislike criticise criticize condemn denounce complain
    deride mock resent
agree consent | disagree dissent
support favour favor advocate for | oppose resist against
confirm prove verify | deny refute disprove debunk
reveal disclose expose publish | hide hid hidden conceal withhold withheld suppress
succeed success successful successfully | fail failure unsuccessful unsuccessfully failed
survive | die perish kill
save rescue protect preserve conserve | kill destroy endanger
appoint elect hire recruit | dismiss fire sack oust
release acquit free | imprison jail arrest convict detain
positive optimistic beneficial useful helpful good safe healthy harmless |
    negative pessimistic harmful useless toxic bad dangerous unhealthy hazardous poisonous
large big huge massive great extensive considerable significant substantial major vast wide |
    small tiny slight minor minimal minute scarce limited narrow negligible insignificant
many several numerous countless lot lots | few none zero
rapid rapidly quick quickly fast swift swiftly | slow slowly gradual gradually
easy easily simple | difficult hard complex complicated challenging
initial early original first | late later final last subsequent subsequently
immediately instantly | later eventually finally subsequently
main primary principal chief | secondary minor auxiliary backup
modern contemporary new recent current present | ancient former ex historic obsolete past
permanent permanently lasting | temporary temporarily interim
common commonly widespread frequent frequently usual usually popular typical often always constantly regularly |
    rare rarely uncommon scarce unusual unpopular never seldom infrequent infrequently incapable
generally mostly mainly partly partially | exclusively solely entirely wholly completely only
strong strongly powerful | weak weakly feeble
wealthy rich affluent | poor impoverished
dry arid | wet humid moist damp
light pale bright | dark dim
jointly together conjunction | separately independently alone
international foreign global worldwide overseas | domestic local national
amateur | professional
winner champion | loser
friend ally supporter | enemy opponent foe rival
peace peaceful | war warlike violent terrorist
advantage benefit strength | disadvantage drawback weakness
proud | ashamed
friendly | hostile
voluntary optional | mandatory compulsory obligatory required
visible | invisible
complete fully | incomplete
equal equally | unequal
fixed constant stable | variable changing unstable
sole single individual | joint collective
input | output
more greater larger bigger higher longer maximum highest largest greatest |
    less fewer smaller lesser lower shorter minimum lowest smallest least
for-profit commercial profit | non-profit nonprofit charitable
"""
# Written for citewatch: what is one of these is none of the others.
_KINDS = """
red blue green yellow brown black white orange purple pink grey violet
father mother uncle aunt brother sister son daughter grandfather grandmother grandson granddaughter cousin nephew niece
husband wife
fire flood earthquake storm tornado hurricane tsunami landslide avalanche drought famine
guitarist vocalist drummer pianist bassist violinist
guitar piano violin drums flute cello trumpet
village town city county state province country district
wood stone brick concrete steel iron glass marble
gold silver bronze copper
monday tuesday wednesday thursday friday saturday sunday
spring summer autumn winter
north south east west northeast northwest southeast southwest
northern southern eastern western
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
elementary primary middle secondary
car truck bus train tram plane helicopter ship bicycle motorcycle
bachelor master doctorate
head arm leg foot hand eye ear neck shoulder knee chest back
dog cat horse cow pig sheep goat bird fish
football basketball baseball hockey tennis cricket rugby golf
catholic protestant orthodox muslim jewish buddhist hindu
novel film album song opera poem painting sculpture
com org net int gov edu
for non
pro anti
pre post
"""


def _sides() -> dict[str, set[tuple[int, int]]]:
    """For each stem, the (line, side) of the poles that it is on."""
    stem = stemmer("en")
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(_POLES.replace("\n    ", " ").strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(stem(word), set()).add((number, side))
    return found


_SIDES = _sides()
_KIND = {
    word: frozenset(number for number, line in enumerate(_KINDS.strip().splitlines()) if word in line.split())
    for word in _KINDS.split()
}


def exclude(word: str, other: str) -> bool:
    """Whether what is the one is not the other; both in their normal forms."""
    stem = stemmer("en")
    ours, theirs = stem(word), stem(other)
    if ours == theirs:
        return False
    sides = _SIDES.get(ours, set())
    if any((number, 1 - side) in sides for number, side in _SIDES.get(theirs, ())):
        return True
    singles = [form.removesuffix("s") if form not in _KIND else form for form in (word, other)]
    return singles[0] != singles[1] and bool(_KIND.get(singles[0], frozenset()) & _KIND.get(singles[1], frozenset()))
