"""Text reuse: copied narration is found, a shared quotation is not reuse."""

from __future__ import annotations

from crosscheck.compare import compare
from crosscheck.compare.groups.reuse import find_reuse
from crosscheck.compare.groups.units import own_tokens
from tests.compare.build import extraction

WIRE = (
    "The ferry left the northern port shortly before dawn with forty passengers and two crew members on board, the harbour office reported."
)
QUOTE = "We heard a loud noise below the deck and then the lights went out in every cabin at the same time"


def test_a_copied_sentence_is_reuse_and_no_second_witness() -> None:
    a = extraction("a", WIRE + "\nOther words follow here.", (WIRE, None))
    b = extraction("b", "Our own first line.\n" + WIRE, (WIRE, None))
    c = extraction(
        "c",
        "The ferry left the northern port before dawn with forty passengers.",
        ("The ferry left the northern port before dawn with forty passengers.", None),
    )
    result = compare([a, b, c])
    assert [(r.sources, [p.spans[0].text for p in r.passages]) for r in result.reuse] == [(("a", "b"), [WIRE.rstrip(".")])]
    group = next(g for g in result.groups if len(g.sources) == 3)
    assert group.independent_sources == 2


def test_a_shared_quotation_is_not_reuse() -> None:
    a = extraction("a", f'"{QUOTE}," a cook said.', (QUOTE, "a cook"))
    b = extraction("b", f'A cook told us: "{QUOTE}."', (QUOTE, "a cook"))
    assert find_reuse([(a, own_tokens(a)), (b, own_tokens(b))]) == ()
    assert [g.independent_sources for g in compare([a, b]).groups] == [2]


REWORKED = (
    "A storm tore the moorings of four of its ten pens, the operator said on Tuesday.\n"
    '"Nobody slept that night," Ellen Ross said.\n'
    "The board has asked anglers to keep and report every fish that they catch in the loch until the end of the month.\n"
    "Shares of the company fell."
)
REWRITTEN = (
    "The operator reported that a storm on Saturday tore the moorings of four of its ten pens.\n"
    '"Nobody slept that night," Ellen Ross said.\n'
    "It has asked anglers to keep and report every fish that they catch, big or small."
)
OWN = 'The loch was calm again.\n"Nobody slept that night," Ellen Ross said.\nA boat lay on the shore.'


def test_several_shorter_runs_of_words_tell_that_one_article_reworks_another() -> None:
    told = {"a": REWORKED, "b": REWRITTEN, "c": OWN}
    articles = [extraction(name, text, ("Nobody slept that night", "Ellen Ross")) for name, text in told.items()]
    result = compare(articles)
    assert [(r.sources, [p.spans[0].text for p in r.passages]) for r in result.reuse] == [
        (("a", "b"), ["tore the moorings of four of its ten pens", "has asked anglers to keep and report every fish that they catch"])
    ]
    assert [(g.sources, g.independent_sources) for g in result.groups if len(g.sources) > 1] == [(("a", "b", "c"), 2)]


def test_one_shorter_run_is_chance() -> None:
    told = {"a": REWORKED, "b": REWRITTEN.split("\n")[0] + "\n" + OWN}
    assert compare([extraction(name, text, ("Nobody slept that night", "Ellen Ross")) for name, text in told.items()]).reuse == ()
