"""One entity per person, body and place over all sources; never two people for one surname."""

from __future__ import annotations

from itertools import permutations

import pytest

from crosscheck.compare.entities.linking import EntityTable, link_entities
from tests.compare.named import named


def entity(table: EntityTable, source: str, name: str) -> str | None:
    return table.of_name(source, name)


def test_initials_titles_and_bare_surnames_are_one_person():
    table = link_entities(
        [
            named("a", "Gen. Walter K. Price spoke. Price left.", PERSON="Walter K. Price; Price=Walter K. Price"),
            named("b", "Walter Price spoke. Mr. Price left.", PERSON="Walter Price; Price"),
            named("c", "General Price spoke.", PERSON="Price"),
        ]
    )
    (price,) = table.entities
    assert (price.name, price.label, len(price.mentions)) == ("Walter K. Price", "PERSON", 5)
    assert [(spelling.text, spelling.count) for spelling in price.spellings] == [("Price", 3), ("Walter K. Price", 1), ("Walter Price", 1)]
    assert table.of_mention("c", 8, 13) == price.id
    assert table.of_mention("c", 0, 13) is None
    assert table.name(price.id) == "Walter K. Price"


def test_transliterations_are_one_person():
    table = link_entities(
        [
            named("a", "Qadir Suleimanov", PERSON="Qadir Suleimanov"),
            named("b", "Kadir Soleimanov, Soleimanov", PERSON="Kadir Soleimanov; Soleimanov"),
            named("c", "Suleimanov", PERSON="Suleimanov"),
        ]
    )
    assert len(table.entities) == 1


def test_spellings_that_stand_side_by_side_in_one_article_are_two_people():
    table = link_entities([named("a", "Karin Voss met Karen Voss.", PERSON="Karin Voss; Karen Voss")])
    assert len(table.entities) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [("Walter Price", "Ann Price"), ("Walter Price", "Walter Price Jr."), ("Bill Price", "Hillary Price"), ("Amos Price", "Aaron Price")],
)
def test_a_surname_makes_no_identity(first, second):
    table = link_entities([named("a", first, PERSON=first), named("b", second, PERSON=second)])
    assert len(table.entities) == 2


def test_a_bare_surname_goes_to_its_own_article_first():
    a = named("a", "Walter Price came. Price spoke.", PERSON="Walter Price; Price")
    b = named("b", "Ann Price came. Price spoke.", PERSON="Ann Price; Price")
    table = link_entities([a, b])
    assert table.of_mention("a", 19, 24) == entity(table, "a", "Walter Price")
    assert table.of_mention("b", 16, 21) == entity(table, "b", "Ann Price")


def test_a_bare_surname_of_two_people_stays_apart():
    a = named("a", "Walter Price and Ann Price came.", PERSON="Walter Price; Ann Price")
    b = named("b", "Price spoke.", PERSON="Price")
    table = link_entities([a, b])
    assert len(table.entities) == 3


def test_a_title_tells_which_of_two_people():
    a = named("a", "Mayor Walter Price and Ann Price came.", PERSON="Walter Price; Ann Price")
    b = named("b", "Mayor Price spoke.", PERSON="Price")
    table = link_entities([a, b])
    assert table.of_mention("b", 6, 11) == entity(table, "a", "Walter Price")


def test_a_bare_surname_means_the_father_of_a_junior():
    table = link_entities(
        [named("a", "Walter Price and Walter Price Jr. came. Price spoke.", PERSON="Walter Price; Walter Price Jr.; Price")]
    )
    assert table.of_name("a", "Price") == table.of_name("a", "Walter Price")


def test_a_son_is_meant_by_the_bare_name_only_where_he_is_named_and_no_title_says_otherwise():
    table = link_entities(
        [
            named("a", "President Walter Price and Walter Price Jr. came.", PERSON="Walter Price; Walter Price Jr."),
            named("b", "Walter Price Jr. came. Price spoke.", PERSON="Walter Price Jr.; Price=Walter Price Jr."),
            named("c", "Walter Price Jr. came. President Price spoke.", PERSON="Walter Price Jr.; Price=Walter Price Jr."),
            named("d", "Price spoke. Price Jr. left.", PERSON="Price; Price Jr."),
        ]
    )
    father, son = table.of_name("a", "Walter Price"), table.of_name("a", "Walter Price Jr.")
    assert len(table.entities) == 2
    assert table.of_mention("b", 23, 28) == son
    assert table.of_mention("c", 33, 38) == father
    assert (table.of_name("c", "Walter Price Jr."), table.of_name("d", "Price"), table.of_name("d", "Price Jr.")) == (son, father, son)


def test_a_bare_surname_means_the_one_whom_most_articles_name():
    full = [named(source, "Walter Price came.", PERSON="Walter Price") for source in "abc"]
    table = link_entities([*full, named("d", "Ann Price came.", PERSON="Ann Price"), named("e", "Price spoke.", PERSON="Price")])
    assert table.of_name("e", "Price") == table.of_name("a", "Walter Price")


def test_a_slip_in_a_surname_is_the_person_it_stands_for():
    table = link_entities([named("a", "Walter Strand came. Strand spoke. Stand left.", PERSON="Walter Strand; Strand; Stand")])
    assert len(table.entities) == 1


@pytest.mark.parametrize(
    ("slip", "entities"),
    [("Lawerence Strand", 1), ("Larwence Strand", 1), ("Lawrence Stand", 1), ("Laurence Voss", 2), ("Lawrance Strang", 2)],
)
def test_a_slip_of_one_article_is_whom_the_others_name(slip, entities):
    others = [named(source, "Lawrence Strand came.", PERSON="Lawrence Strand") for source in "ab"]
    table = link_entities([*others, named("c", f"Lawrence Strand came. {slip} left.", PERSON=f"Lawrence Strand; {slip}")])
    assert len(table.entities) == entities


@pytest.mark.parametrize("other", ["Marvin Strand", "Martina Strand", "Ann Strand"])
def test_other_given_names_are_other_people(other):
    sources = [named(source, "Martin Strand came.", PERSON="Martin Strand") for source in "ab"]
    assert len(link_entities([*sources, named("c", other, PERSON=other)]).entities) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Walter Strand came. Stand left. Stand spoke.", "Walter Strand; Stand"),
        ("Walter Strand came with Ann Stand. Stand left.", "Walter Strand; Ann Stand; Stand"),
        ("Ann Marvin came. Martin left.", "Ann Marvin; Martin"),
        ("Walter Strand and Ann Stend came. Stand left.", "Walter Strand; Ann Stend; Stand"),
    ],
)
def test_another_name_is_no_slip(text, names):
    table = link_entities([named("a", text, PERSON=names)])
    assert len(table.entities) == (3 if "Stend" in text else 2)


def test_words_of_an_office_are_no_part_of_a_name():
    table = link_entities(
        [
            named("a", "Minister of State for Home Affairs Ann Price", PERSON="of State for Home Affairs Ann Price"),
            named("b", "Ann Price spoke.", PERSON="Ann Price"),
            named("c", "Home Affairs Ann Price", PERSON="Home Affairs Ann Price"),
            named("d", "Opposition Ann Price and Ann Price", PERSON="Opposition Ann Price; Ann Price"),
            named("e", "Ms Price left.", ORG="Ms Price"),
        ]
    )
    assert [(item.name, item.label, len(item.mentions)) for item in table.entities] == [("Ann Price", "PERSON", 6)]


def test_a_family_name_that_comes_first():
    table = link_entities(
        [
            named("a", "Lau Mei Fong spoke. Lau left.", PERSON="Lau Mei Fong; Lau"),
            named("b", "Ms Lau spoke.", PERSON="Lau"),
        ]
    )
    assert [(item.name, len(item.mentions)) for item in table.entities] == [("Lau Mei Fong", 3)]


@pytest.mark.parametrize("text", ["Ms", "The", "Prime Minister", "Defense"])
def test_forms_of_address_and_articles_are_no_names(text):
    assert link_entities([named("a", text, PERSON=text)]).entities == ()


def test_initials_of_a_body_are_no_person():
    a = named("a", "The Harbor Rescue League came.", ORG="Harbor Rescue League")
    table = link_entities([a, named("b", "HRL left.", PERSON="HRL")])
    assert [(item.name, item.label, len(item.mentions)) for item in table.entities] == [("Harbor Rescue League", "ORG", 2)]


@pytest.mark.parametrize(
    ("left", "right", "entities"),
    [
        ("Kestrel Airlines flew. Kestrel said no.", "", 1),
        ("Kestrel Airlines flew. Kestrel said no.", "Kestrel Holdings", 3),
        ("The Freedonia Oil and Gas Board", "Fredonia Oil and Gas Board", 1),
        ("Freedonia Oil and Gas Board", "Freedonia Oil and Coal Board", 2),
    ],
)
def test_short_names_of_firms_and_slips_in_long_names(left, right, entities):
    names = (
        "Kestrel Airlines; Kestrel Holdings; Kestrel; Freedonia Oil and Gas Board; Fredonia Oil and Gas Board; Freedonia Oil and Coal Board"
    )
    assert len(link_entities([named("a", left, ORG=names), named("b", right, ORG=names)]).entities) == entities


def test_an_acronym_without_the_owner_of_the_body():
    name = "Freedonia Harbor Rescue League"
    table = link_entities([named("a", f"The {name} came. HRL left.", ORG=f"{name}; HRL")])
    assert len(table.entities) == 1


def test_acronyms_by_brackets_and_by_initials():
    table = link_entities(
        [
            named(
                "a",
                "The Harbor Rescue League (HARL) and the National Weather Office",
                ORG="Harbor Rescue League; HARL; National Weather Office",
            ),
            named("b", "HARL said. The NWO agreed.", ORG="HARL; NWO"),
        ]
    )
    assert [item.name for item in table.entities] == ["Harbor Rescue League", "National Weather Office"]
    assert table.of_name("b", "NWO") == table.of_name("a", "National Weather Office")


def test_departments_either_way_round_and_their_acronym():
    table = link_entities(
        [
            named("a", "the US Department of Forestry (DoF)", ORG="US Department of Forestry; DoF"),
            named("b", "the Forestry Department. DOF said", ORG="Forestry Department; DOF"),
        ]
    )
    assert [len(item.mentions) for item in table.entities] == [4]


def test_an_office_alone_is_no_person():
    assert link_entities([named("a", "The Defense Secretary spoke.", PERSON="Defense Secretary")]).entities == ()


def test_a_place_is_not_the_body_named_after_it():
    table = link_entities(
        [
            named("a", "Harbor Force Freedonia left Freedonia", ORG="Harbor Force Freedonia; Freedonia=Harbor Force Freedonia"),
            named("b", "Freedonia", GPE="Freedonia"),
        ]
    )
    assert [(item.name, len(item.mentions)) for item in table.entities] == [("Freedonia", 2), ("Harbor Force Freedonia", 1)]


def test_a_party_in_brackets_is_no_acronym_of_its_member():
    table = link_entities([named("a", "Harbor Rescue League (GOP)", ORG="Harbor Rescue League; GOP")])
    assert len(table.entities) == 2


def test_countries_under_several_names_and_their_peoples_apart():
    table = link_entities(
        [
            named("a", "The U.S. and the United States and US", GPE="U.S.; United States; US"),
            named("b", "America and American voters and Americans", GPE="America", NORP="American; Americans"),
        ]
    )
    assert [(item.name, item.label, len(item.mentions)) for item in table.entities] == [
        ("United States", "GPE", 4),
        ("Americans", "NORP", 2),
    ]


def test_possessives_and_places_spelled_in_two_ways():
    table = link_entities([named("a", "Odesa's port", GPE="Odesa's"), named("b", "Odessa", GPE="Odessa")])
    assert len(table.entities) == 1


def test_a_name_labelled_wrongly_once_stays_with_the_majority():
    table = link_entities([named("a", "Walter Price", PERSON="Walter Price"), named("b", "Walter Price Walter Price", PERSON="Walter Price"), named("c", "Walter Price", ORG="Walter Price")])  # fmt: skip  # noqa: E501
    assert [(item.label, len(item.mentions)) for item in table.entities] == [("PERSON", 4)]


def test_values_are_no_entities_and_roles_lead_nowhere():
    table = link_entities([named("a", "On Monday Ann Smith paid $5.", DATE="Monday", MONEY="$5", PERSON="Ann Smith")])
    assert [item.name for item in table.entities] == ["Ann Smith"]
    assert table.of_name("a", "a harbour official") is None
    assert table.of_name("z", "Dr. Ann Smith") == table.entities[0].id


def test_the_order_of_the_sources_changes_nothing():
    sources = [
        named("a", "Qadir Suleimanov and Ann Price. Price", PERSON="Qadir Suleimanov; Ann Price; Price"),
        named("b", "Kadir Soleimanov and Walter Price", PERSON="Kadir Soleimanov; Walter Price"),
        named("c", "Price and Soleimanov of the U.S.", PERSON="Price; Soleimanov", GPE="U.S."),
    ]
    first = link_entities(sources)
    assert all(link_entities(order) == first for order in permutations(sources))


def test_nothing_in_gives_nothing_out():
    assert link_entities([]).entities == ()


def test_a_family_name_of_several_people_of_the_article_stays_apart():
    table = link_entities([named("a", "Goh Wei Lin met Goh Mei Fang. Goh left.", PERSON="Goh Wei Lin; Goh Mei Fang; Goh")])
    assert len(table.entities) == 3


def test_a_contracted_place_is_written_out():
    table = link_entities([named("a", "L'pool won. Liverpool won.", PERSON="L'pool", GPE="Liverpool")])
    assert [(e.name, e.label, len(e.mentions)) for e in table.entities] == [("Liverpool", "GPE", 2)]


@pytest.mark.parametrize(
    ("left", "right", "entities"),
    [
        ("Food and Harbour Office", "Food Office", 1),
        ("Food and Harbour Office", "Harbour Office", 1),
        ("Island Times", "Islands Times", 1),
        ("Island Times", "Islanb Times", 2),
        ("Northport Airport", "Northport Airport Group", 2),
        ("Northport Bank", "Northport Bank Group", 1),
    ],
)
def test_bodies_named_in_part_or_with_a_slip(left, right, entities):
    assert len(link_entities([named("a", left, ORG=left), named("b", right, ORG=right)]).entities) == entities


def test_an_acronym_is_a_body_whatever_the_tagger_says():
    table = link_entities(
        [
            named("a", "Coast Fish Fund (CFF) paid.", ORG="Coast Fish Fund; CFF"),
            named("b", "CFF paid. CFF", NORP="CFF"),
            named("c", "CFF", NORP="CFF"),
        ]
    )
    assert [(e.name, e.label) for e in table.entities] == [("Coast Fish Fund", "ORG")]


def test_two_letters_stand_for_a_body_of_their_article():
    table = link_entities([named("a", "The Harbour Times saw it, said HT.", ORG="Harbour Times", PERSON="HT")])
    assert len(table.entities) == 1


def test_a_blend_in_brackets_and_a_ministry_by_initials():
    table = link_entities(
        [
            named(
                "a",
                "Coastal Technology Agency (CoasTech) and Ministry of Home Roads",
                ORG="Coastal Technology Agency; CoasTech; Ministry of Home Roads",
            ),
            named("b", "CoasTech, MHR", ORG="CoasTech; MHR"),
        ]
    )
    assert len(table.entities) == 2


def test_a_name_without_its_place():
    table = link_entities(
        [
            named("a", "State Museum Northport in Northport", ORG="State Museum Northport", GPE="Northport"),
            named("b", "State Museum", ORG="State Museum"),
        ]
    )
    assert len(table.entities) == 2


def test_an_article_that_spells_a_name_in_two_ways_is_read_by_its_other_mentions():
    a = named("a", "Chen Wei came. Cheng Wei said so. Chen left. Chen wrote.", PERSON="Chen Wei=Cheng Wei; Cheng Wei; Chen=Cheng Wei")
    b = named("b", "Chen Wei came.", PERSON="Chen Wei")
    (chen,) = link_entities([a, b]).entities
    assert chen.name == "Chen Wei"
    assert [spelling.text for spelling in chen.spellings] == ["Chen", "Chen Wei", "Cheng Wei"]


@pytest.mark.parametrize(
    ("text", "acronym", "entities"),
    [
        ("China North Industries Group Corporation (NORINCO) paid. NORINCO left.", "NORINCO", 1),
        ("Group Ward Constituencies (GWCs) vote. GWC voters left.", "GWC", 1),
        ("Sixth Harbour Early Lives Study (SH LIVES) began. SH left.", "SH", 2),
    ],
)
def test_acronyms_in_brackets_of_parts_of_words_and_of_two_words(text, acronym, entities):
    table = link_entities([named("a", text, ORG=f"{text.split(' (')[0]}; {acronym}")])
    assert len(table.entities) == entities


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("6th Flotilla", "Sixth Flotilla"),
        ("GRCs", "GRC"),
        ("Quarlbread‘s", "Quarlbread"),
        ("Quarl ASA", "Quarl"),
        ("S'pore", "Singapore"),
        ("Department for Harbours", "DfH"),
        ("ARQ Northport", "ARQ"),
        ("Amber Street Cooked Food Centre", "Amber Street Food Centre"),
    ],
)
def test_one_body_or_place_under_two_names(left, right):
    sources = [named("a", f"{left} opened in Northport.", ORG=left, GPE="Northport"), named("b", right, ORG=right)]
    assert sum(entity.name != "Northport" for entity in link_entities(sources).entities) == 1


def test_what_a_firm_is_named_after_is_the_firm_and_no_person():
    sources = [named("a", "Quarl Steel ASA grew. Quarl grew.", ORG="Quarl Steel ASA", PERSON="Quarl"), named("b", "Quarl", PERSON="Quarl")]
    assert [(e.label, len(e.mentions)) for e in link_entities(sources).entities] == [("ORG", 3)]
    sources = [named("a", "Quarl Steel Holdings grew.", ORG="Quarl Steel Holdings"), named("b", "Quarl Steel", PERSON="Quarl Steel")]
    assert [(e.label, len(e.mentions)) for e in link_entities(sources).entities] == [("ORG", 2)]
    sources = [named("a", "Quarl Steel grew. Mr Quarl left.", ORG="Quarl Steel", PERSON="Quarl"), named("b", "Quarl", PERSON="Quarl")]
    assert sorted(e.label for e in link_entities(sources).entities) == ["ORG", "PERSON"]


def test_a_couple_is_two_people():
    table = link_entities(
        [
            named("a", "Kay and Sam Quarlow left. 'Mrs Quarlow spoke.' Mr Quarlow slept.", PERSON="Kay; Sam Quarlow; Quarlow=Sam Quarlow"),
            named("b", "Kay Quarlow and her husband, Sam Quarlow, left.", PERSON="Kay Quarlow; Sam Quarlow"),
        ]
    )
    text = "Kay and Sam Quarlow left. 'Mrs Quarlow spoke.' Mr Quarlow slept."
    kay, sam = table.of_name("b", "Kay Quarlow"), table.of_name("b", "Sam Quarlow")
    assert len(table.entities) == 2
    assert table.of_mention("a", 0, 3) == kay
    assert table.of_mention("a", text.index("Quarlow spoke"), text.index(" spoke")) == kay
    assert table.of_mention("a", text.index("Quarlow slept"), text.index(" slept")) == sam


@pytest.mark.parametrize(
    ("first", "second", "entities"),
    [
        ("Sam Quarlow met Kay.", "Kay Quarlow", 2),  # a relative, in an article that names the family
        ("Sam Rowe met Kay.", "Kay Quarlow", 3),
        ("Goh Wei Lin met Goh.", "Goh Mei Lin", 2),  # the first word of a name is the family's
    ],
)
def test_a_bare_given_name_is_a_relative_of_whom_the_article_names(first, second, entities):
    people = "; ".join(word.rstrip(".") for word in first.split(" met "))
    table = link_entities([named("a", first, PERSON=people), named("b", second, PERSON=second)])
    assert len(table.entities) == entities


@pytest.mark.parametrize(
    ("people", "entities"),
    [
        (("Goh Wan Ling", "Goh Wan Ling", "Goh Wang Ling"), 1),
        (("Goh Wan Ling", "Goh Wang Ling"), 2),  # nothing tells which of the two is the usual one
        (("Goh Wan Ling", "Goh Wan Ling", "Goh Wei Ling"), 2),
    ],
)
def test_a_syllable_of_a_chinese_name_romanised_in_two_ways(people, entities):
    assert len(link_entities([named(str(at), person, PERSON=person) for at, person in enumerate(people)]).entities) == entities


def test_storms_and_villages_with_and_without_what_they_are():
    sources = [
        named("a", "Typhoon Quarl hit Barangay Tarn.", NORP="Typhoon Quarl", GPE="Barangay Tarn"),
        named("b", "Tarn was hit by Quarl.", GPE="Tarn", PERSON="Quarl"),
    ]
    assert sorted((e.name, e.label, len(e.mentions)) for e in link_entities(sources).entities) == [
        ("Barangay Tarn", "GPE", 2),
        ("Typhoon Quarl", "EVENT", 2),
    ]


@pytest.mark.parametrize(
    ("others", "entities"),
    [
        ([("Goh Wei Lin, 39, was fined.", "Goh Wei Lin")], 1),  # the only Goh of the event, and of the same age
        ([("Goh Wei Lin (39) was fined.", "Goh Wei Lin")], 1),
        ([("Goh Wei Lin, 37, was fined.", "Goh Wei Lin")], 2),
        ([("Goh Wei Lin was fined.", "Goh Wei Lin")], 2),  # a witness may be called by the family name alone
        ([("Goh Wei Lin, 39, was fined.", "Goh Wei Lin"), ("Goh Mei Fang", "Goh Mei Fang")], 3),
    ],
)
def test_a_family_name_alone_goes_to_whom_the_age_shows(others, entities):
    bare = named("z", "39-year-old Goh was fined. Mr Goh left.", PERSON="Goh; Goh")
    full = [named(str(number), text, PERSON=people) for number, (text, people) in enumerate(others)]
    assert len(link_entities([bare, *full]).entities) == entities


@pytest.mark.parametrize(
    ("first", "second", "entities"),
    [
        ("Datuk Ahmad Zaki bin Hamid. Ahmad Zaki.", "Zaki Hamid", 1),
        ("Tan Sri Dr Zaki Hamid.", "Zaki Hamid", 1),
        ("Tan Sri", "Zaki Hamid", 1),
        ("Nagy Eszter.", "Eszter Nagy-Keller. Eszter Nagy.", 1),
        ("Cllr Marsh-Keller.", "Ann Marsh-Keller", 1),
        ("Ann Keller MP.", "Ann Keller", 1),
        ("Goh Beng Huat. Beng Huat.", "Goh Beng Huat", 1),
        ("Omar Zaki bin Hamid.", "Hamid Zaki", 2),
        ("Omar bin Zaki Hamid.", "Zaki Hamid", 2),  # the father
        ("Ann Bishop. Bishop.", "Ann Bishop", 1),
        ("Mohammed Abdul Rahman.", "Mohamed Abdulrahman", 1),
        ("José Luis Peña de la Cruz. Peña de la Cruz.", "Jose Luis Pena", 1),
        ("Helen Marsh.", "Dan Marsh-Webb. Marsh.", 2),  # Marsh is Helen Marsh, not half of Marsh-Webb
    ],
)
def test_names_in_another_order_or_in_part(first, second, entities):
    sources = [
        named(str(number), text, PERSON="; ".join(part.rstrip(".") for part in text.split(". ")))
        for number, text in enumerate((first, second))
    ]
    assert len(link_entities(sources).entities) == entities
