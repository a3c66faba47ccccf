"""Hand-made extractions: an article and its statements by their words, no language pipeline."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crosscheck.records import Article, Extraction, Form, Mention, Span, Speaker, Statement, TextSpan, Word
from crosscheck.text import short_hash

_TAGS = {
    "signed": "VBN",
    "unsigned": "JJ",
    "letter": "NN",
    "draft": "NN",
    "binding": "JJ",
    "nonbinding": "JJ",
    "resolution": "NN",
    "not": "RB",
}


def words(text: str, tags: Mapping[str, str]) -> tuple[Word, ...]:
    """Every run of letters or digits as one word, lemma = lower case; capitals inside a sentence are names."""
    found = re.finditer(r"\w+(?:['’]\w+)*|[^\w\s]", text)
    return tuple(Word(m.start(), m.end(), m.group(), m.group().lower(), _tag(m, text, tags)) for m in found)


def _tag(match: re.Match[str], text: str, tags: Mapping[str, str]) -> str:
    begins = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in '.!?:"“\n'
    return {**_TAGS, **tags}.get(match.group().lower(), "NNP" if match.group()[0].isupper() and not begins else "")


def extraction(source: str, text: str, *statements: tuple[str, str | None], tags: Mapping[str, str] | None = None) -> Extraction:
    """Build an extraction; each statement is ``(words, speaker)``: quoted where marks stand right around, narrated without
    speaker; a speaker in title case is a person wherever the text names them in full."""
    article = Article(
        source, f"{source}.txt", text, "0" * 64, paragraphs=tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    )
    made = []
    for content, speaker in statements:
        start = text.index(content)
        end = start + len(content)
        quoted = text[start - 1 : start] in '"“' and text[end : end + 2].lstrip(",.")[:1] in ('"', "”") and start > 0
        form = Form.DIRECT if quoted else Form.INDIRECT if speaker else Form.NARRATED
        span = Span(start, end)
        made.append(
            Statement(
                id="s-" + short_hash(source, content),
                source=source,
                form=form,
                content=(span,),
                text=content,
                quoted=(span,) if quoted else (),
                cue=TextSpan(0, 0, "") if speaker else None,
                speaker=Speaker(speaker, None, "name") if speaker else None,
                kind="said" if speaker else "narrated",
            )
        )
    people = sorted({speaker for _, speaker in statements if speaker and speaker.istitle()})
    mentions = [Mention(source, m.start(), m.end(), m.group(), "PERSON", person) for person in people for m in re.finditer(person, text)]
    return Extraction(article, tuple(sorted(made, key=lambda s: s.start)), tuple(mentions), words(text, tags or {}), ())
