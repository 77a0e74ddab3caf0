"""What a claim says happened: a dismissal, a death, a lawsuit; no page that bears it out is silent about that.

Paraphrase seldom hides such an event: a page on which somebody was dismissed says fired, sacked, ousted or let go. Of
1,730 claims of the judged pairs that are supported and are called so, 9 tell an event that their sources do not tell in
these words; of 28 wrong ones that we wrote for 17 news pages and that were called supported, 8.
"""

from itertools import zip_longest

from claims.language.stemming import stemmer
from claims.language.tokens import Word, words
from claims.support.interface import Statement
from claims.support.match import Match
from claims.support.windows import best_window, forms_of

# Written for citewatch: the words by which claims tell an event, behind the stroke the further ones by which pages do
# ("_" for a space). Only events that are news in themselves, by words that mean little else.
_FAMILIES = """
fired dismissed sacked ousted | fire axed removed terminated let_go relieved forced_out laid_off layoff replaced;
resigned | resignation step_down stepped_down stood_down quit left leaves leaving departure departed vacated gave_up
    retired;
died killed murdered assassinated drowned | dead death fatal passed_away obituary funeral survived_by posthumous
    executed suicide perished lost_his_life lost_her_life lost_their_lives victim toll demise slain widow mourned
    buried the_late;
won defeated beat | win winner victory champion title gold triumph crowned medal award prize topped edged routed
    rolled conquered captured claimed earned received honor honour upset lost;
lost | loss defeat beaten beat fell relegated eliminated knocked_out won;
acquired | bought purchased acquisition takeover took_over merged merger own sold sale deal;
cancelled canceled scrapped | cancellation called_off axed abandoned dropped withdrew withdrawn terminated
    discontinued shelved ended;
apologised apologized | apology sorry regret remorse;
criticised criticized condemned denounced | critic critical condemnation slam blasted attack accused rebuke object
    oppose opposition outrage backlash complain disapproved panned against concern negative ridicule mocked
    controversy controversial;
praised hailed lauded applauded | acclaim welcomed commended compliment tribute celebrated positive great best
    excellent favourable favorable well_received;
sued | lawsuit litigation plaintiff court complaint legal_action suit;
arrested detained | custody apprehended jailed captured imprisoned held caught;
convicted | conviction guilty sentenced imprisoned;
acquitted | not_guilty cleared exonerated overturned;
sentenced jailed imprisoned | sentence prison jail convicted;
injured wounded | injury injuries hurt wound harmed casualties hospitalised hospitalized;
denied | denies denial rejected disputed refuted dismissed refuse false;
confessed admitted | confession acknowledged conceded pleaded_guilty pled_guilty;
married | marry marriage wed wedding wife husband spouse bride couple;
divorced | separated separation split ex-wife ex-husband former_wife former_husband;
banned prohibited outlawed | bans banning prohibition forbade forbidden barred blocked illegal disallowed;
nominated shortlisted | nomination nominee;
boycotted | boycott;
kidnapped abducted | kidnapping abduction hostage captive ripped;
postponed | delay rescheduled pushed_back deferred;
indicted | indictment charged accused prosecuted;
exploded | explosion blast bomb detonated erupted eruption;
stolen robbed | stole steal theft robbery burglary looted;
suspended | suspension;
fined | fine penalty penalised penalized;
impeached | impeachment;
vetoed | veto;
evacuated | evacuation;
invaded | invasion occupied occupation;
demolished razed | demolition torn_down destroyed pulled_down knocked_down;
abolished repealed dissolved | abolition scrapped dissolution ended;
extradited | extradition;
deported | deportation;
expelled | expulsion;
founded | founder founding found_in establish set_up started start began beginning created launched formed opened
    inception dates_back origin originated built;
opposed | against oppose opposition opponent object objection resist resistance reject critic protest condemn
    blocked disagree fought anti;
elected | election electoral vote voted voters chosen won win poll ballot selected re-elected;
emigrated immigrated | emigration immigrant immigration emigrant moved settled left came arrived relocated fled;
fled | flee escape escaped exile refugee left ran emigrated displaced;
invented | inventor invention devised developed created pioneered designed conceived introduced patent;
translated | translation translator version rendered;
graduated | graduate graduation degree diploma alumnus alumni alumna studied finished earned bachelor;
ate eaten | eat eating consumed consumption meal food dine swallowed;
donated | donation donor gave given gift pledged contributed contribution bequest;
upheld | uphold upholding confirmed affirmed backed sided kept;
halved | half 50;
tripled | triple treble threefold three_times;
confiscated seized | confiscation seizure impounded found
"""


def _families() -> tuple[dict[str, list[int]], list[tuple[frozenset[str], tuple[str, ...]]]]:
    """For each word of a claim the families it may mean, and for each family the stems and phrases that tell it."""
    stem = stemmer("en")
    claimed: dict[str, list[int]] = {}
    told = []
    for number, line in enumerate(_FAMILIES.split(";")):
        heads, _, others = line.partition("|")
        for word in heads.split():
            claimed.setdefault(word, []).append(number)
        ways = [*heads.split(), *others.split()]
        phrases = tuple(f" {way.replace('_', ' ')} " for way in ways if "_" in way)
        told.append((frozenset(stem(way) for way in ways if "_" not in way), phrases))
    return claimed, told


_CLAIMED, _TOLD = _families()


def untold(statement: Statement, seen: Match) -> str | None:
    """The first event of a claim that no sentence bearing on the claim tells, as the claim writes it; English only."""
    line = list(words(statement.text))
    events = [word for word, behind in zip_longest(line, line[1:]) if word.form in _CLAIMED and not _own(word, behind)]
    if not events or not all(page.english for page in seen.pages):
        return None
    named = [(detail.start, detail.end) for detail in seen.details]
    forms = _near(seen)
    running, stems = f" {' '.join(forms)} ", frozenset(map(stemmer("en"), forms))
    for word in events:
        families = [_TOLD[number] for number in _CLAIMED[word.form]]
        told = any(stems & single or any(each in running for each in phrases) for single, phrases in families)
        if not told and not any(start <= word.start < end for start, end in named):
            return statement.text[word.start : word.end]
    return None


def _own(word: Word, behind: Word | None) -> bool:
    """Whether what is lost is no contest but something of one's own: their homes, his life."""
    return word.form == "lost" and behind is not None and behind.form in ("their", "his", "her", "its")


def _near(seen: Match) -> list[str]:
    """The words of the sentences that have most of the claim, apart or as neighbours, and of those next to them."""
    first, _ = best_window(seen, 3)
    near = sorted({*seen.cover, *range(first - 1, first + 4)})
    return [form for sentence in forms_of(seen, near) for form in sentence]
