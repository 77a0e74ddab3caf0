"""Facts read right: units, quarters, nations, labels, ranges and names in the forms in which pages have them."""

import pytest

from claims.records import FactState
from claims.support import default_checker
from claims.support.interface import Statement
from tests.claims.support.build import source

REST = (
    "The market is held there in spring. Ferries call twice a week. A museum is in the old mill. The school has a "
    "garden. The bridge is made of oak. A road leads north.",
)


FOUND = [
    ("The mill burnt in the 80s.", "The mill burnt in the 1980s."),
    ("The mill burnt in the 1980s.", "The mill burnt in the '80s."),
    ("The mill burnt in the late 80s.", "The mill burnt in 1988."),
    ("It weighs about 200,000 tonnes.", "It weighs 181,740 tonnes."),
    ("The city lost 300,000 people.", "The city lost 299,028 people."),
    ("The mill was built in the 1800s.", "The mill was built in 1888."),
    ("Nordlys Ltd built the mill.", "Nordlys built the mill."),
    ("Olsen Jr. built the mill.", "John Olsen built the mill."),
    ("It moved to St. Louis.", "It moved to Saint Louis."),
    ("It moved to Mount Tane.", "It moved to Mt. Tane."),
    ("The plane flew at 900 km/h.", "The plane flew at 900 kilometres per hour."),
    ("The plane flew at 560 mph.", "The plane flew at 900 km/h."),
    ("The tower is 100m tall.", "The tower is 100 metres tall."),
    ("The site has over 1,000 users.", "The site has 1,187 users."),
    ("Four in ten voters took part.", "40 percent of voters took part."),
    ("One in five voters took part.", "20.4 percent of voters took part."),
    ("The film is 2 hours and 10 minutes long.", "The film is 130 minutes long."),
    ("The race took 2 hours, 10 minutes and 5 seconds.", "The race took 7,805 seconds."),
    ("The film runs for an hour and a half.", "The film runs for 90 minutes."),
    ("The trip takes 18 months.", "The trip takes a year and a half."),
    ("The war lasted six years.", "The war lasted from 1939 to 1945."),
    ("The mill burnt in early 2019.", "The mill burnt in February 2019."),
    ("The mill burnt in early 2019.", "The mill burnt in 2019."),
    ("The mill burnt in Q3 2019.", "The mill burnt in August 2019."),
    ("The mill burnt in the first half of 2019.", "The mill burnt in March 2019."),
    ("The probe landed at 20:55.", "The probe landed at 8:55 p.m."),
    ("The probe landed at 8:55.", "The probe landed at 20:55."),
    ("It lasts 112 minutes.", "Running time: 1h 52m"),
    ("It rose by 1.5 degrees Celsius.", "It rose by 2.7 °F."),
    ("It lasts 30 minutes.", "It lasts half an hour."),
    ("It is 500 m away.", "It is half a kilometre away."),
    ("The probe landed at 8:55 p.m.", "The probe landed at 8:55."),
    ("The rate is 2.5 times that of Tane.", "The rate is two and a half times that of Tane."),
    ("The fire lasted three days.", "The fire lasted from 3 to 6 May."),
    ("Alma Reyes died at the age of 70.", "Alma Reyes (12 March 1950 – 4 June 2020) was a painter."),
    ("Alma Reyes died aged 69.", "Alma Reyes (12 June 1950 – 4 March 2020) was a painter."),
    ("Tane Football Club lost.", "Tane lost."),
    ("The Alma Reyes Company built it.", "Reyes built it."),
    ("He sat on the United States Supreme Court.", "He sat on the U.S. Supreme Court."),
    ("The ship came from Turkey.", "The ship came from Turkey in spring."),
    ("It built 3.2 GW of wind power.", "Some 3.2 gigawatts of wind power were built."),
    ("The plant makes 40 GWh a year.", "The plant makes 40 gigawatt-hours a year."),
    ("The plant makes 40 GWh a year.", "The plant makes 40,000 megawatt hours a year."),
    ("It stores 900 MWh.", "It stores 900 megawatthours."),
    ("The dose was 5 mg a day.", "The dose was 5 milligrams a day."),
    ("The dose was 5 mg a day.", "The dose was 0.005 g a day."),
    ("The chip runs at 2.4 GHz.", "The chip runs at 2,400 megahertz."),
    ("The rate rose by 2 pp.", "The rate rose by 2 percentage points."),
    ("The farm covers 12 ha.", "The farm covers 12 hectares."),
    ("It got $3bn.", "It got 3 billion dollars."),
    ("It got €3m.", "It got 3 million euros."),
    ("It costs 5 euros.", "It costs €5."),
    ("The hall costs more than two million pounds.", "The hall costs £2.1 million."),
    ("It drew almost nine million euros from its reserves.", "It drew €8.9 million from its reserves."),
    ("He lost 12 pounds.", "He lost 5.4 kg."),
    ("The temperature reached 41 °C.", "The temperature reached 41 degrees Celsius."),
    ("The temperature reached 41 degrees.", "The temperature reached 41 °C."),
    ("About 618k people came.", "About 618,000 people came."),
    ("A dozen people came to the show.", "Twelve people came to the show."),
    ("Two thirds of the members agreed.", "66 percent of the members agreed."),
    ("Two-thirds of the members agreed.", "About 67 % of the members agreed."),
    ("Half the members agreed.", "50 % of the members agreed."),
    ("The COVID-19 pandemic closed the school.", "The covid-19 pandemic closed the school."),
    ("The COVID-19 pandemic closed the school.", "The covid 19 pandemic closed the school."),
    ("The covid-19 pandemic closed the school.", "The COVID19 pandemic closed the school."),
    ("The sars-cov-2 virus was found.", "The SARS CoV-2 virus was found."),
    ("COVID19 closed the school.", "COVID-19 closed the school."),
    (
        "Otto Helm (1494–1547) was a printer.",
        "The printer Otto Helm was born on 12 September 1494 and died on 31 March 1547.",
    ),
    ("He was a member from 2001 to 2005.", "He joined in 2001. In 2005 he left."),
    ("Sales rose in Q4 2020.", "In the fourth quarter of 2020 sales rose."),
    ("Sales rose in the third quarter.", "Sales rose in Q3."),
    ("The American bank opened a branch in Oslo.", "The bank, based in the United States, opened a branch in Oslo."),
    ("A bank of the United States opened in Oslo.", "An American bank opened in Oslo."),
    ("The Dutch bank opened in Oslo.", "The bank from the Netherlands opened in Oslo."),
    ("The bank is from Switzerland.", "The Swiss bank is known."),
    ("A Danish ship sank.", "A ship from Denmark sank."),
    ("A ship from Poland sank.", "A Polish ship sank."),
    ("A ship from Peru sank.", "A Peruvian ship sank."),
    ("A ship from the Philippines sank.", "A Filipino ship sank."),
    ("The drone was made by Skylark.", "The drone was made by Skylrak, the police said."),
    ("It was written by Dostoyevsky.", "It was written by Dostoevskij."),
    ("Diastolic blood pressure (DBP) fell.", "Diastolic blood pressure fell."),
    ("DBP fell.", "Diastolic blood pressure (DBP) fell."),
    ("It was common in the 1970s.", "It was common in the 1970 's."),
    ("It was common in the 1970s.", "It was common in 1974."),
    ("He was born in the 19th century.", "He was born in 1850."),
    ("It happened in the summer of 2010.", "It happened in July 2010."),
    ("The prize goes to Mara Lind or Otto Berg.", "The prize went to Otto Berg."),
    ("She won a Grammy.", "She won the Grammys."),
    ("AT&T bought it.", "AT&amp;T bought it."),
    ("Musk's firm bought it in 2011.", "Musk&#39;s firm bought it in 2011."),
    ("The U.S. Senate met.", "The US Senate met."),
    ("The UN met.", "The United Nations met."),
    ("There are 12-18 members.", "There are between 12 and 18 members."),
    ("The rate fell from 5.5% to 5.1%.", "The rate fell to 5.1 percent from 5.5 percent."),
    ("It has 1.2 million members.", "It has 1,183,505 members."),
    ("CO2 emissions fell.", "Carbon dioxide emissions fell."),
    ("He fought in World War II.", "He fought in the Second World War."),
    ("He fought in WWI.", "He fought in the First World War."),
    ("The firm's CEO resigned.", "The firm's chief executive resigned."),
    ("The PM resigned.", "The prime minister resigned."),
    ("Some MPs resigned.", "Some members of the parliament resigned."),
    ("It was founded on 5 May 1990.", "It was founded on May 5th, 1990."),
    ("He is 45 years old and lives in Bonn.", "He, 45, lives in Bonn."),
    ("He ran 26 miles.", "He ran 42 km."),
    ("It weighs 10 lb.", "It weighs 4.5 kg."),
    ("NASA launched it.", "The National Aeronautics and Space Administration launched it."),
]
"""Claims, and pages that say their numbers, dates and names in another form."""

ANOTHER = [
    ("The city lost 300,000 people.", "The city lost 281,740 people."),
    ("The mill was built in 1900.", "The mill was built in 1899."),
    ("The mill was built in the 1900s.", "The mill was built in 1961."),
    ("Nordlys Ltd built the mill.", "Nordlys Weir built the mill."),
    ("Tane City was flooded.", "Tane was flooded."),
    ("The mill burnt in early 2019.", "The mill burnt in November 2019."),
    ("The mill burnt in Q3 2019.", "The mill burnt in May 2019."),
    ("The probe landed at 20:55.", "The probe landed at 8:45 p.m."),
    ("The probe landed at 5 pm.", "The probe landed at 5 am."),
    ("It lasts 112 minutes.", "It lasts 1h and made 52m."),
    ("It rose to 20 degrees Celsius.", "It rose to 37.8 °F."),
    ("The probe landed at 05:00.", "The probe landed at 17:00."),
    ("The probe landed at 13:00.", "The probe landed at 1 am."),
    ("The plane flew at 500 mph.", "The plane flew at 900 km/h."),
    ("The coast is 7516.7 km long.", "The coast is 7516.6 km long."),
    ("The site has 100m users.", "The site has 100 users."),
    ("One in two voters took part.", "One in five voters took part."),
    ("The film is 2 hours and 10 minutes long.", "The film is 150 minutes long."),
    ("The war lasted six years.", "The war lasted from 1939 to 1942."),
    ("Alma Reyes died aged 71.", "Alma Reyes (12 June 1950 – 4 March 2020) was a painter."),
    ("The ship came from Turkey.", "The ship carried turkey and ham."),
    ("The WHO sent doctors.", "Doctors who came were sent home."),
    ("The hall costs two million pounds.", "The hall costs $2 million."),
    ("It stores 900 MWh.", "It stores 400 megawatt-hours."),
    (
        "Otto Helm (1494–1547) was a printer.",
        "The printer Otto Helm was born on 12 September 1494 and died on 31 March 1549.",
    ),
    ("Sales rose in Q4 2020.", "In the third quarter of 2020 sales rose."),
    ("Mr Johnson spoke at length.", "Mr Johnston spoke at length."),
    ("The firm is called Marina.", "The firm is called Martina."),
    ("He was born in the 19th century.", "He was born in 1750."),
]
"""Claims, and pages that say another number, date or name in such a form."""


def absent(claim: str, page: str) -> list[str]:
    checker = default_checker()
    facts = checker.judge(Statement(text=claim), [checker.index(source(page, *REST))]).facts
    return [fact.text for fact in facts if fact.state is not FactState.FOUND]


@pytest.mark.parametrize(("claim", "page"), FOUND)
def test_a_detail_is_found_in_another_form(claim: str, page: str) -> None:
    assert absent(claim, page) == []


@pytest.mark.parametrize(("claim", "page"), ANOTHER)
def test_another_detail_in_such_a_form_is_not_it(claim: str, page: str) -> None:
    assert absent(claim, page) != []
