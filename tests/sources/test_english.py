"""Which texts are taken for English."""

from __future__ import annotations

import pytest

from crosscheck.sources.english import is_foreign

GERMAN = (
    "Die Brücke wurde am Montag gesperrt, nachdem Prüfer Risse in zwei Pfeilern gefunden hatten. „Wir werden herausfinden, wer daran "
    "schuld war“, sagte die Bürgermeisterin. Niemand war in Gefahr, also will man so bald wie möglich mit der Arbeit beginnen."
)
DUTCH = (
    "De brug is maandag gesloten nadat inspecteurs scheuren hadden gevonden in twee pijlers. “We zullen uitzoeken wie er schuld aan had "
    "en wat er is gebeurd,” zei de burgemeester. Er was niemand in gevaar, en het werk is op dinsdag begonnen."
)
FRENCH = (
    "Le pont a été fermé lundi après la découverte de fissures dans deux piliers. « Nous allons trouver qui est responsable de ces "
    "dégâts », a déclaré la maire de la ville."
)
DANISH = (
    "Broen blev lukket mandag, efter at inspektører fandt revner i to af pillerne. »Vi vil finde ud af, hvem der har skylden,« sagde "
    "borgmesteren. Ingen var i fare, men arbejdet kan tage et år, og folk er vrede for det."
)
RUSSIAN = "Мост был закрыт в понедельник после того, как инспекторы нашли трещины в двух опорах."
CHINESE = "周一，检查人员在两座桥墩上发现裂缝后，大桥被关闭。市长说：“我们将查明谁应负责。”没有人受伤，但工程可能持续一年。"


@pytest.mark.parametrize("text", [GERMAN, DUTCH, FRENCH, DANISH, RUSSIAN, CHINESE])
def test_other_languages(text):
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bridge closed",
        "The bridge was closed on Monday after inspectors found cracks in two of its pillars. “It holds,” Mayor Ingrid Solberg said.",
        "Bridge Closed After Cracks Found in Two Pillars\nMayor Vows to Find Out Who Is to Blame\nRepairs to Take a Year, City Says",
        "Man held after knife attack near school\nCouncil backs bridge repair plan\nStorm shuts schools across region",
        "word " * 1000,
        "Results: Rovers 3 United 2; Albion 0 City 0; Wanderers 4 Athletic 1; Rangers 1 Thistle 1; Harriers 2 Villa 2; Town 0 County 3",
        "Ingrid Solberg, Tomas Hagen, Marta Vik, Ola Nordmann, Kari Lie, Per Moe, Anne Berg, Nils Dahl, Siri Lund, Jon Bakke, Eva Strand",
        "“Nous allons trouver,” she said in French, and later told reporters that the city would look into it with an expert from Lyon.",
    ],
)
def test_english_and_what_is_too_short_to_tell(text):
    assert not is_foreign(text)
