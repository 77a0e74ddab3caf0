"""Words that turn what a sentence says: negations, opposites, quantities, comparisons, order in time."""

from claims.language.tokens import listed

NEGATIONS = listed(
    "not no never none neither nor nobody nothing nowhere cannot can't won't isn't wasn't aren't weren't don't doesn't "
    "didn't hasn't haven't hadn't couldn't wouldn't shouldn't without unable fail failed fails refuse refused refuses "
    "deny denied denies lack lacks lacked hardly scarcely barely unlikely nonexistent absent non prevented banned bans"
)

CUES = NEGATIONS | listed(
    "all every each any some most many much few several both only always often sometimes rarely seldom usually once "
    "twice more less fewer least best worst better worse than first last second final before after until since during "
    "above below over under up down into out from to by against between within outside inside exactly about nearly "
    "almost approximately around mostly entirely completely partly half twice double triple may might must should can "
    "could would will east west north south other same different one two three four five six seven eight nine ten "
    "largest smallest highest lowest longest shortest oldest youngest earliest latest biggest greatest"
)

# Written for citewatch: pairs of everyday opposites that a reader of news and encyclopedias meets.
_PAIRS = """
more less|more fewer|most least|best worst|better worse|high low|higher lower|highest lowest|large small
larger smaller|largest smallest|big little|bigger smaller|biggest smallest|long short|longer shorter
longest shortest|old new|old young|older younger|older newer|oldest youngest|oldest newest|early late|earlier later
earliest latest|first last|before after|above below|over under|up down|upper lower|inside outside|within outside
east west|north south|eastern western|northern southern|left right|increase decrease|increased decreased
increases decreases|rise fall|rose fell|risen fallen|rising falling|grow shrink|grew shrank|gain lose|gained lost
win lose|won lost|wins loses|winner loser|victory defeat|success failure|succeed fail|succeeded failed
accept reject|accepted rejected|approve reject|approved rejected|allow ban|allowed banned|allows bans
allow prohibit|allowed forbidden|permit prohibit|permitted prohibited|open close|opened closed|opening closing
begin end|began ended|begins ends|start end|started ended|start finish|started finished|start stop|started stopped
founded dissolved|established abolished|created destroyed|built demolished|married divorced|born died|birth death
alive dead|live die|lived died|arrive depart|arrived departed|arrive leave|arrived left|enter leave|entered left
join leave|joined left|buy sell|bought sold|import export|imports exports|imported exported|support oppose
supported opposed|supports opposes|agree disagree|agreed disagreed|love hate|liked disliked|praise criticise
praised criticised|praised criticized|positive negative|positively negatively|possible impossible|legal illegal
common rare|commonly rarely|often rarely|always never|usually rarely|frequently seldom|all none|every no|many few
everyone nobody|everything nothing|similar different|same different|like unlike|male female|men women|man woman
boy girl|boys girls|father mother|brother sister|son daughter|husband wife|king queen|actor actress|public private
urban rural|domestic foreign|national international|internal external|indoor outdoor|winter summer|spring autumn
morning evening|daily yearly|weekly monthly|monthly annually|hot cold|warm cool|wet dry|hard soft
heavy light|strong weak|stronger weaker|fast slow|faster slower|rich poor|expensive cheap|thick thin|wide narrow
deep shallow|near far|close distant|safe dangerous|simple complex|easy difficult|full empty|true false|right wrong
good bad|major minor|majority minority|maximum minimum|senior junior|former current|previous next|ancient modern
temporary permanent|partial complete|partly entirely|single multiple|single double|single married|rarely frequently
black white|light dark|attack defend|attacked defended|guilty innocent|convicted acquitted|hired fired
appointed dismissed|promoted demoted|promoted relegated|remember forget|include exclude|included excluded
includes excludes|including excluding|add remove|added removed|raise lower|raised lowered
cause prevent|caused prevented|causes prevents|known unknown|famous unknown|able unable|likely unlikely
related unrelated|dependent independent|active inactive|visible invisible|successful unsuccessful|popular unpopular
important unimportant|direct indirect|formal informal|living dead|present absent|plus minus|upstream downstream
horizontal vertical|vertebrate invertebrate|plant animal|land sea|widely rarely|ahead behind|forward backward
offensive defensive|home away|liberal conservative|democrat republican|teacher student|preserved demolished
preserved destroyed|survived died|acute obtuse|primary secondary|hazardous harmless|rescued killed
rescued drowned|saved killed|survived killed|survived drowned|unhurt injured|raised cut|raises cuts|raise cut
increased cut|increases cuts|increase cut|welcomed rejected|welcomed condemned|praised condemned|accepted refused
"""

_OPPOSITES = frozenset(
    frozenset(pair.split()) for line in _PAIRS.strip().splitlines() for pair in line.strip().split("|")
)


def opposite(word: str, other: str) -> bool:
    """Whether two words, in their normal forms, mean opposite things: by the list, or by a prefix of negation."""
    if frozenset((word, other)) in _OPPOSITES:
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return len(shorter) > 3 and longer in tuple(
        prefix + shorter for prefix in ("un", "in", "im", "ir", "il", "non", "dis", "mis", "anti")
    )
