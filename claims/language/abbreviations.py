"""Words that end in a full stop without ending a sentence, and words that open one, for segmentation.

Gathered by hand for the languages with the largest Wikipedias, all lower case and without the final stop. Three kinds
of abbreviation, by what may follow them:

- BEFORE_NAMES never ends a sentence (`Dr. Smith`, `z. B. Berlin`);
- BEFORE_NUMBERS does not end one when a number follows (`No. 1`, `Jan. 2004`); many of these are words as well (`no`);
- MAY_END ends one only when a word follows that opens sentences (`Acme Inc. The`).
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NAMES = _words("""
    mr mrs ms mx dr prof st ste mt ft hon rev fr sr sra srta dña dna gen col lt maj capt cpt cmdr adm sgt cpl
    pvt brig gov sen rep pres supt amb messrs mlle mme mgr ing dipl mag lic dott sig sigg on avv arch mons pe hr
    fru frk jhr drs mevr dhr inż doc ks św im ul płk kpt al hl kard vs v cf eg e.g ie i.e viz approx appr ca c
    circa resp esp incl excl sc r fl b d née né geb gest nach aka a.k.a bzw bspw vgl sog ggf evtl insb zzgl inkl
    einschl d.h z.b u.a s.o s.u tzw tzn np m.in tj dz.u tzv např av ap env éd ej p.ej aprox av.j j dc pág págs
    núm tel fig eds ed tr trans transl hrsg übers т.е т.н т.к тыс млн млрд им ул г-н г-жа св проф акад ген кн бл
    о-в др bl nrd a.d v.d o.d ee
""")
BEFORE_NUMBERS = _words("""
    no nos nr nrs nº n° num art arts p pp pg pgs vol vols ch chap sec sect fig figs par para app ann bk pt pts
    col cols ver v op opp bd bde jg h s ss str aufl kap abs abb tab zif rn § sz os m poz tom t tome liv cap caps
    tít pag pagg jan feb mar apr jun jul aug sep sept oct nov dec okt dez janv févr avr juil déc ene abr ago dic
    fev mai set out gen mag giu lug ott стр с том т рис табл ст л №
""")
MAY_END = _words("""
    inc ltd co corp llc plc bros dept univ assn ave blvd rd hwy jr sr esq ph.d phd m.d b.a m.a etc et.al al usw
    usf uvm ff f u.dgl gmbh ag s.a s.p.a s.r.l a.s cie ctv enz atd apod itd itp т.д т.п др г гг в вв р руб коп
    км м см кг н.э чел экз a.m p.m am pm u.s u.k u.n u.s.a d.c b.c a.d b.c.e c.e e.u ee.uu j.-c v.chr n.chr mio
    mrd tsd mill mln mld tys zł r w in ft yd oz lb lbs sq cu min max sec hr hrs mi km kg cm mm st
""")
OPENERS = _words("""
    the a an in on at it he she they we i you this that these those his her its their our there here but and or
    however for as after before during from when while although though according by to since with without also
    one two three some many most each both if so such then until under over between through despite because what
    who how why where no not other another several all today later meanwhile instead der die das ein eine einer
    er sie es wir im am auf bei nach vor seit dies diese dieser dieses mit zu zur zum von für durch als wenn
    auch nur sein seine ihre le la les l un une des il elle ils elles ce cette ces dans en au aux à par pour
    avec sur son sa ses leur mais el los las una unos se su sus con por para del al pero lo gli uno nel nella
    dal della di da ma si o os um uma na ele ela eles het een de hij zij ze deze dit op van met w z do jest był
    była v je byl byla в на он она оно они это по с к из за от до и но а при для как что у его её их после во со
""")
# What stands behind an ordinal number that is written with a stop: `3. Mai`, `19. Jahrhundert`
MONTHS_AND_KIN = _words("""
    januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert
    jahrhunderts jahrhunderten jahrtausend jh jhd jhdt jan feb mär apr jun jul aug sep sept okt nov dez january
    february march may june july october december januari februari maart mei augustus marts maj desember
""")
# Languages that write ordinal numbers with a stop
ORDINAL_LANGUAGES = _words("""
    de bar als nds lb da no nb nn is fo fi et cs sk pl sl hr sr bs hu tr az lv lt ka eu
""")
