"""Whether a text is English: crosscheck reads no other language, and what it says about one would be wrong."""

from __future__ import annotations

from crosscheck.text import WORD

_FREQUENT = frozenset(
    """the of and to that for it with by from this have has are not but they been their which who his her she you would could should
    about after over against into at said says than more when what how why there its were be all out up other some our my your if or
    can new only off because before between during under while being did does one two year years first him them these those through
    since until where whether just then still back most many people told very each""".split()
)
"""Words without which English is hardly written; what its neighbours spell alike and use often (a, in, is, was, an, we) is left out."""
_LEAST = 20
_DISTINCT = 12
"""Words in small letters, and different ones among them, from which the share says something; lists of names have none."""
_SHARE = 0.09
"""Share of the frequent words below which a text is not English. Each article of localnews_dev and basil_dev has at least 0.2, their
first 45 words nearly 0.1; paragraphs in thirteen other languages have 0.08 at most."""
_LETTERS = 30
"""Letters from which the script says something."""


def is_foreign(text: str) -> bool:
    """Tell whether a text is clearly in another language than English: by its script, or by how few of its words are frequent English ones.

    Only words in small letters are counted: names, titles in capitals and tables of results are the same in every language.
    """
    letters = [char for char in text if char.isalpha()]
    if len(letters) >= _LETTERS and sum(char < "\u0250" for char in letters) * 2 < len(letters):
        return True
    words = [word for word in WORD.findall(text) if word.islower() and word[0].isalpha()]
    return len(words) >= _LEAST and len(set(words)) >= _DISTINCT and sum(word in _FREQUENT for word in words) < _SHARE * len(words)
