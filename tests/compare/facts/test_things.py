"""Figures of two things or two occasions contradict nothing; the same sentences about one thing do.

The sentences are read by the language pipeline, as those of a user are: tags and names that a test would make up tell little here.
"""

from __future__ import annotations

from functools import cache

import pytest

from crosscheck.compare import compare
from crosscheck.compare.facts.moments import name_other_moments, other_rates
from crosscheck.language import extract, load_pipeline
from crosscheck.records import Article, Extraction, Kind, Severity, Span
from crosscheck.settings import Settings
from crosscheck.text import short_hash

OTHER_THINGS = [
    (
        "Four players shared the first prize of $4.2 million in Monday's draw.",
        "Six players shared the first prize of $4.2 million in Thursday's draw.",
    ),
    (
        "The top prize in the draw on Jan 30 was won by two tickets sold in Marand.",
        "The top prize in the draw on Feb 6 was won by three tickets sold in Marand.",
    ),
    ("Shares of the bank rose 3.1 percent on Tuesday.", "Shares of the bank rose 5.2 percent in the first quarter."),
    ("Exports of timber fell 4.2 percent last year.", "Exports of timber fell 2.1 percent this year, according to the ministry."),
    ("The company made a net profit of $2.8 billion in 2023.", "The company made a gross profit of $3.9 billion in 2023."),
    ("Tenants in the block pay a deposit of $1,200.", "Tenants in the block pay a rent of $1,500 a month."),
    ("The streaming service costs $12 a month.", "The streaming service costs $20 a year for students."),
    ("Each of the winners received $5,000 from the foundation.", "The winners received a total of $15,000 from the foundation."),
    ("The two brothers were fined $3,000 each for smuggling birds.", "The two brothers were fined $6,000 for smuggling birds."),
    ("Tan was sentenced to 14 months in jail for cheating.", "Lim was sentenced to 18 months in jail for cheating."),
    ("The prosecutor asked for eight years in prison for the driver.", "The driver was sentenced to six years in prison."),
    ("The offence carries a maximum of ten years in prison.", "The driver was sentenced to six years in prison."),
    ("The driver, 34, was taken to hospital.", "The passenger, 28, was taken to hospital."),
    ("A 45-year-old man was arrested in Harbour Street.", "A 32-year-old woman was arrested in Harbour Street."),
    ("The earthquake killed 120 people in the city of Marand.", "The earthquake killed 95 people in the city of Tolbek."),
    (
        "By Monday evening rescuers had pulled 31 people from the rubble.",
        "By Wednesday evening rescuers had pulled 56 people from the rubble.",
    ),
    ("The 2011 flood killed 38 people in the valley.", "The flood on Tuesday killed 22 people in the valley."),
    ("The first storm left 4,000 homes without power.", "The second storm left 9,000 homes without power."),
    ("In the first round Ribeiro won 43 percent of the vote.", "In the second round Ribeiro won 51 percent of the vote."),
    ("Turnout was 61 percent in the capital.", "Turnout was 71 percent in the countryside."),
    ("Among women, 54 percent back the proposal to close the harbour.", "Among men, 41 percent back the proposal to close the harbour."),
    ("A poll in March put her support at 48 percent.", "A poll in May put her support at 44 percent."),
    ("In Ohio, 48 percent of voters back the senator.", "In Iowa, 42 percent of voters back the senator."),
    (
        "The survey found that 55 percent of registered voters back the mayor.",
        "The survey found that 51 percent of likely voters back the mayor.",
    ),
    ("The vaccine prevented 91 percent of infections in adults.", "The vaccine prevented 78 percent of infections in children."),
    ("Doctors recorded 412 confirmed cases of measles.", "Doctors recorded 530 suspected cases of measles."),
    ("In the placebo group 12 patients died of heart failure.", "In the treatment group five patients died of heart failure."),
    ("The hospital treated 45 patients with burns.", "The hospital treated 112 patients on Sunday, 45 of them with burns."),
    ("Trains on the northern line were delayed by 40 minutes.", "Trains on the southern line were delayed by 25 minutes."),
    ("The bridge carries 12,000 vehicles a day.", "The bridge carries 15,000 vehicles a day in summer."),
    ("The striker scored 12 goals in the league.", "The striker scored 19 goals in all competitions."),
    ("The women's race was won in 24 minutes and the crowd cheered.", "The men's race was won in 21 minutes and the crowd cheered."),
    ("Some 18,000 spectators watched the semi-final in Tolbek.", "Some 24,000 spectators watched the final in Tolbek."),
    ("The club paid 12 million euros for the goalkeeper.", "The club paid 18 million euros for the striker."),
    ("The ministry expects 40,000 visitors at the fair this year.", "The ministry counted 32,000 visitors at the fair."),
    ("The stadium has room for 30,000 people.", "The concert in the stadium drew 22,000 people."),
    ("The city plans to plant 5,000 trees by 2030.", "The city has planted 3,500 trees."),
    ("The company employs 900 people in Norway.", "The company employs 1,100 people worldwide."),
    ("Two of the injured were in critical condition.", "Five of the injured were children."),
    ("Petrol prices rose by 4 cents to $1.62 a litre.", "Diesel prices rose by 6 cents to $1.71 a litre."),
    ("Prices for two-room flats start at $180,000.", "Prices for three-room flats start at $260,000."),
    ("Adults pay $18 for a ticket to the show.", "Children pay $9 for a ticket to the show."),
    ("The fund lost $3 billion in the last quarter.", "The fund lost $5 billion over the past year."),
    ("The airline carried 3.4 million passengers in January.", "The airline carried 3.1 million passengers in December."),
    (
        '"We sold 14,000 tickets for the opening night," said Paul Moreau.',
        '"We sold 12,000 tickets for the closing night," said Paul Moreau.',
    ),
    (
        '"We expect 300 guests at the hotel on Friday," said Paul Moreau.',
        '"We expect 450 guests at the hotel on Saturday," said Paul Moreau.',
    ),
    ('"Last year we treated 1,200 patients here," said Dr Ama Osei.', '"This year we treated 1,700 patients here," said Dr Ama Osei.'),
    ("The tax brings in $20 million a year.", "The tax has brought in $35 million since 2016."),
    ("The ministry said inflation was 3.2 percent in April.", "The ministry said core inflation was 2.6 percent in April."),
    ("Officials said 300 soldiers crossed the river at night.", "Officials said 450 police officers crossed the river at night."),
    ("The foundation programme comprises six modules for beginners.", "The professional programme comprises five modules for beginners."),
    ("The average household income was $12,661 a month.", "The average household spending was $9,931 a month."),
    ("Keep screen time to less than one hour a day for toddlers.", "Keep screen time to less than two hours a day for pupils."),
    ("Rainfall in the hills reached 210 millimetres in 24 hours.", "Rainfall on the coast reached 140 millimetres in 24 hours."),
    ("The museum bought the first painting for $2.1 million.", "The museum bought the second painting for $2.6 million."),
    ("The mine produced 2.3 million tonnes of copper.", "The mine produced 2.9 million tonnes of zinc."),
    ("His wife was sentenced to four years in prison for fraud.", "His brother was sentenced to six years in prison for fraud."),
    ("Voters in the north gave the party 44 percent.", "Voters in the south gave the party 31 percent."),
    (
        "The winning ticket in Saturday's draw is worth 8 million dollars.",
        "The winning ticket in last week's draw was worth 5 million dollars.",
    ),
    ("The court ordered the landlord to pay $40,000 in damages.", "The court ordered the landlord to pay $15,000 in costs."),
    ("Nurses at the clinic work 60 hours a week.", "Doctors at the clinic work 75 hours a week."),
    ("The company sold 310,000 cars in Europe last year.", "The company sold 450,000 cars in Asia last year."),
    ("The ferry was carrying 214 passengers.", "The ferry was carrying 31 crew members."),
    ("The flood destroyed 120 homes and damaged bridges in the valley.", "The flood damaged 340 homes in the valley."),
    ("The minister said 2,400 jobs would go at the steel plant.", "The minister said 1,700 jobs had gone at the steel plant since 2015."),
    ("Her lead over the mayor was 6 points in the Harris poll.", "Her lead over the mayor was 3 points in the Danforth poll."),
    ("The bus was travelling at 90 kilometres an hour.", "The speed limit on the road is 60 kilometres an hour."),
    ("The heatwave killed 45 people in June.", "The heatwave killed 62 people in July."),
    ("The team has won 12 of its home games.", "The team has won seven of its away games."),
    ("Rents in the centre rose 8 percent.", "House prices in the centre rose 5 percent."),
    ("The airline will cancel 140 flights on Monday.", "The airline cancelled 95 flights on Sunday."),
    ("About 70 percent of pupils passed the maths exam.", "About 82 percent of pupils passed the English exam."),
    ("The virus has infected 1,200 people in the province.", "The virus has killed 340 people in the province."),
    ("The bank raised its rate on deposits to 3.5 percent.", "The bank raised its rate on mortgages to 5.5 percent."),
    ("Oduya, 34, was fined for speeding.", "Oduya's lawyer, Lena Brandt, 51, said he would appeal."),
    ("The drug reduced the risk of stroke by 30 percent.", "The drug reduced the risk of heart attack by 18 percent."),
    ("Police seized 5 kilograms of heroin at the checkpoint.", "Police seized 12 kilograms of cannabis at the checkpoint."),
    ("The opposition won 41 seats in the upper house.", "The opposition won 88 seats in the lower house."),
    ("The tunnel will cost 2.1 billion crowns and open in 2030.", "The bridge will cost 1.4 billion crowns and open in 2030."),
    ("More than 300 residents were evacuated from the northern bank.", "Some 500 residents were evacuated from the southern bank."),
    ("The factory emits 40 tonnes of dust a year.", "The factory emitted 55 tonnes of dust before the filters were fitted."),
    ("Visitors under 12 pay 4 euros.", "Visitors over 65 pay 6 euros."),
    ("The first victim was shot three times.", "The second victim was shot five times."),
    ("She ran the 5,000 metres in 14 minutes and 50 seconds.", "She ran the 3,000 metres in 8 minutes and 40 seconds."),
    ("The museum had 1.2 million visitors in 2018.", "The museum had 800,000 visitors in 2020."),
    ("The hotel chain has 45 hotels in Spain.", "The hotel chain has 120 hotels across Europe."),
    ("He served three years of his sentence.", "He was given a sentence of seven years."),
    ("The storm cut power to 40,000 customers at its height.", "Power was still off for 12,000 customers on Friday."),
    ("The suspect faces 14 charges of fraud.", "The suspect was found guilty of nine charges of fraud."),
]
"""Alike but for the draw, the quarter, the rate, the group of people, the place, the person, the measure or the forecast."""

ONE_THING = [
    ("The earthquake killed 120 people in Marand, officials said.", "The earthquake in Marand killed 210 people, officials said."),
    ("Thirty-one people died when the ferry Thalia sank.", "Twenty-six people died when the ferry Thalia sank."),
    ("Police arrested the driver, Marc Oduya, 34, at his home.", "Police arrested the driver, Marc Oduya, 43, at his home."),
    ("The court sentenced Marc Oduya to 14 years in prison for fraud.", "Marc Oduya was sentenced to 12 years in prison for fraud."),
    ("The club paid 12 million euros for goalkeeper Ivo Ratz.", "The club paid 21 million euros for goalkeeper Ivo Ratz."),
    ("The council voted 7-2 to close the swimming pool.", "The council voted 6-3 to close the swimming pool."),
    ("The train derailed at 6.15 am near Tolbek.", "The train derailed at 7.15 am near Tolbek."),
    ("The plant in Marand closed on 12 May.", "The plant in Marand closed on 21 May."),
    ("Shares of Norvik rose 18 percent on Tuesday.", "Shares in Norvik rose 12 percent on Tuesday."),
    ("The 2011 flood killed 38 people in the valley.", "The flood of 2011 killed 83 people in the valley."),
    ("In the first round Ribeiro won 43 percent of the vote.", "Ribeiro won 34 percent of the vote in the first round."),
    (
        "By Monday evening rescuers had pulled 31 people from the rubble.",
        "Rescuers had pulled 13 people from the rubble by Monday evening.",
    ),
    ("The bridge carries 12,000 vehicles a day.", "The bridge carries 21,000 vehicles a day."),
    ("Police arrested 14 people outside the stadium.", "Police arrested 41 people outside the stadium."),
    ("The vaccine prevented 91 percent of infections in adults.", "In adults, the vaccine prevented 81 percent of infections."),
    ("Thieves stole five paintings from the museum in Lugano.", "Four paintings were stolen from the museum in Lugano."),
    ("The company will cut 900 jobs in Norway.", "The company will cut 1,900 jobs in Norway."),
    ("The fire destroyed 230 homes on the island.", "The fire destroyed 320 homes on the island."),
    ("Each of the winners received $5,000 from the foundation.", "Each winner received $50,000 from the foundation."),
    ("The man was fined $3,000 for feeding pigeons.", "He was fined $5,000 for feeding pigeons."),
    ("Exports of timber fell 4.2 percent last year.", "Exports of timber fell 2.4 percent last year."),
    ("The airline carried 3.4 million passengers in January.", "The airline carried 4.3 million passengers in January."),
    ("The striker scored 12 goals in the league.", "The striker scored 21 goals in the league."),
    (
        '"We sold 14,000 tickets for the opening night," said Paul Moreau.',
        '"We sold 12,000 tickets for the opening night," said Paul Moreau.',
    ),
    ("The ship was built in 1974 in Tolbek.", "The ship was built in 1947 in Tolbek."),
    ("The streaming service costs $12 a month.", "The streaming service costs $15 a month."),
    ("Adults pay $18 for a ticket to the show.", "Adults pay $16 for a ticket to the show."),
    ("Tan was sentenced to 14 months in jail for cheating.", "Tan was sentenced to 18 months in jail for cheating."),
    (
        "Four players shared the first prize of $4.2 million in Monday's draw.",
        "Six players shared the first prize of $4.2 million in Monday's draw.",
    ),
    ("The company made a net profit of $2.8 billion in 2023.", "In 2023 the company made a net profit of $3.8 billion."),
    ("Turnout was 61 percent in the capital.", "Turnout in the capital was 71 percent."),
    ("Some 18,000 spectators watched the semi-final in Tolbek.", "Some 13,000 spectators watched the semi-final in Tolbek."),
    ("The hospital treated 45 patients with burns.", "The hospital treated 54 patients with burns."),
    ('"In 2019 we treated patients here for free," said Paul Moreau.', '"In 2018 we treated patients here for free," said Paul Moreau.'),
    ('"We sold 14,000 tickets in 2019," said Paul Moreau.', '"We sold 41,000 tickets in 2019," said Paul Moreau.'),
    (
        "The winning ticket in Saturday's draw is worth 8 million dollars.",
        "The winning ticket in Saturday's draw is worth 18 million dollars.",
    ),
    ("Two men were charged with arson over the fire at the depot.", "Three men were charged with arson over the fire at the depot."),
    ("The ferry was carrying 214 passengers when it sank.", "The ferry was carrying 241 passengers when it sank."),
    ("The heatwave killed 45 people in June.", "In June the heatwave killed 54 people."),
    ("The bus was travelling at 90 kilometres an hour.", "The bus was travelling at 70 kilometres an hour."),
    ("Police seized 5 kilograms of heroin at the checkpoint.", "Police seized 15 kilograms of heroin at the checkpoint."),
    ("The tunnel will cost 2.1 billion crowns.", "The tunnel will cost 2.7 billion crowns."),
    ("The museum had 1.2 million visitors in 2018.", "The museum had 2.1 million visitors in 2018."),
    ("The team has won 12 of its home games.", "The team has won 11 of its home games."),
    ("She ran the 5,000 metres in 14 minutes.", "She ran the 5,000 metres in 15 minutes."),
    ("The hearing will be held on 14 March in Tolbek.", "The hearing will be held on 24 March in Tolbek."),
    ("Rents in the centre rose 8 percent.", "Rents in the centre rose 18 percent."),
]
"""Tolls, ages, sentences, prices, votes, times, days and shares of one thing."""


@cache
def read() -> dict[str, Extraction]:
    """Every sentence above as an article of its own, read in one go."""
    settings = Settings()
    texts = sorted({text for pair in (*OTHER_THINGS, *ONE_THING) for text in pair})
    articles = [Article(short_hash(text), f"{short_hash(text)}.txt", text, "0" * 64, paragraphs=(Span(0, len(text)),)) for text in texts]
    return dict(zip(texts, extract(load_pipeline(settings.model, settings.device), articles), strict=True))


def found(left: str, right: str) -> list[tuple[Kind, Severity]]:
    """Kind and severity of the findings about figures, days and places between two articles."""
    result = compare([read()[left], read()[right]])
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    return [(d.kind, d.severity) for d in every if d.kind in (Kind.NUMBER, Kind.DATE, Kind.PLACE)]


@pytest.mark.parametrize(("left", "right"), OTHER_THINGS)
def test_figures_of_two_things_are_no_conflict(left: str, right: str) -> None:
    assert found(left, right) == []


@pytest.mark.parametrize(("left", "right"), ONE_THING)
def test_figures_of_one_thing_are_a_conflict(left: str, right: str) -> None:
    assert [severity for kind, severity in found(left, right) if kind is not Kind.PLACE][:1] == [Severity.SUBSTANTIVE]


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        ("sales rose in the first quarter", "sales rose in the second quarter", True),
        ("sales rose in the first quarter", "in the first quarter sales rose", False),
        ("we sold more last year", "we sold more this year", True),
        ("we sold more in the past year", "we sold more last year", False),
        ("shares rose on Tuesday", "shares rose in the third quarter", True),
        ("shares rose on Tuesday", "shares rose", False),
        ("the 2011 flood", "the flood of 2014", True),
        ("it rained in March", "it rained in May", True),
        ("it may rain", "they march", False),
    ],
)
def test_parts_of_the_calendar(ours: str, theirs: str, apart: bool) -> None:
    assert name_other_moments(ours, theirs) is apart


@pytest.mark.parametrize(
    ("ours", "theirs", "alike", "other"),
    [
        ("it costs 12 dollars a month", "it costs 20 dollars a year", False, True),
        ("it costs 12 dollars a month", "it costs 20 dollars monthly", False, False),
        ("it costs 12 dollars a month", "it costs 20 dollars", False, True),
        ("it costs 12 dollars a month", "it costs about 12 dollars", True, False),
        ("they were fined 3,000 dollars each", "they were fined 6,000 dollars", False, True),
        ("he was fined a day after the match", "he was fined", False, False),
    ],
)
def test_rates(ours: str, theirs: str, alike: bool, other: bool) -> None:
    assert other_rates(ours, theirs, alike=alike) is other
