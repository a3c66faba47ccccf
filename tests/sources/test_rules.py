"""The table of furniture rules, one paragraph alone; a line for each of the needles that the searches are tried for."""

import pytest

from crosscheck.sources.rules import rule_for


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Please use a newer audio player to listen", "layout"),
        ("See it all at pic.twitter.com/Ab12", "embed"),
        ("original sound ♬ harbour choir", "embed"),
        ("The harbour at dawn (Photo: Ida Rowe)", "caption"),
        ("The harbour at dawn [Image via Council]", "caption"),
        ("The harbour at dawn (pic: Ida Rowe)", "caption"),
        ("The harbour at dawn (screen grab: Ida Rowe)", "caption"),
        ("The harbour at dawn (illustration: Ida Rowe)", "caption"),
        ("The harbour at dawn (graphics: Ida Rowe)", "caption"),
        ("The harbour at dawn. CREDIT: Ida Rowe", "caption"),
        ("The harbour at dawn (Source: Harbour Office)", "caption"),
        ("The harbour at dawn (video by Ida Rowe)", "caption"),
        ("The harbour at dawn, via Reuters", "caption"),
        ("The harbour at dawn, Getty Images", "caption"),
        ("The harbour at dawn (Ida Rowe/Harbour Press)", "caption"),
        ("Crews at the pier on Sunday | AFP", "caption"),
        ("A pier, for illustration purposes only", "caption"),
        ("The best of the harbour delivered to your inbox", "promo"),
        ("Come back tomorrow for more stories", "promo"),
        ("CLICK HERE to see the map", "prompt"),
        ("A map? Tap the icon", "prompt"),
        ("Not yet, press on the bell", "prompt"),
        ("Next, swipe on", "prompt"),
        ("Next, scroll down to see it", "prompt"),
        ("Go here and read the full story", "prompt"),
        ("All comments are moderated", "comment-policy"),
        ("Please tell us what you think of the plan", "comment-policy"),
        ("Please share your views on it", "comment-policy"),
        ("Seen something? E-MAIL US at any time", "contact"),
        ("Do get in touch", "contact"),
        ("The writer can be reached at desk@harbour.example", "contact"),
        ("The writer can be contacted on desk@harbour.example", "contact"),
        ("2021 © The Harbour Times", "copyright"),
        ("(C) 2021 The Harbour Times", "copyright"),
        ("The Harbour Times. ALL RIGHTS RESERVED", "copyright"),
        ("This may not be reproduced without written permission", "copyright"),
        ("Views expressed here are the writer's own", "provenance"),
        ("For this text the issuer is solely responsible", "provenance"),
        ("Council closes the bridge for the winter", None),
    ],
)
def test_a_paragraph_is_named_by_its_kind(text: str, rule: str | None) -> None:
    assert rule_for(text, len(text.split()), 3) == rule
