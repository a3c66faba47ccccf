"""Statements of one article: drafts and narrated sentences, with form, kind, polarity, speaker and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosscheck.language.drafts.cues import is_nobody, kind_of, polarity_of
from crosscheck.language.drafts.drafts import Draft, draft_all
from crosscheck.language.drafts.narrated import narrate
from crosscheck.language.drafts.quotations import Trimmer, quoted_parts
from crosscheck.language.names.chains import Chains
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.resolving import resolve_all
from crosscheck.language.speakers.samewords import settle_by_words
from crosscheck.language.speakers.secondhand import via_of
from crosscheck.records import Article, Form, Polarity, Span, Speaker, Statement, Word
from crosscheck.text import LineIndex, short_hash


def make_statements(article: Article, reading: Reading, chains: Chains, attributions: Sequence[Attribution]) -> list[Statement]:
    """Return the statements of an article in order of their first word, second printings excluded.

    Args:
        article: The article.
        reading: What the pipeline read in it.
        chains: Its names.
        attributions: What the model found in it.
    """
    drafts = draft_all(reading, attributions)
    builder = _Builder(article, reading, drafts)
    speakers = settle_by_words(reading, drafts, resolve_all(reading, chains, drafts), builder.trimmer)
    made = [builder.attributed(draft, speaker, chains) for draft, speaker in zip(drafts, speakers, strict=True)]
    made += [builder.narrated(span) for span in narrate(reading, drafts)]
    return sorted(made, key=lambda s: (s.start, s.end, s.cue.start if s.cue else -1, s.id))


class _Builder:
    """Makes the statements of one article and numbers equal ones."""

    def __init__(self, article: Article, reading: Reading, drafts: Sequence[Draft] = ()) -> None:
        self.article = article
        self.of_others = {draft.content[0] for draft in drafts if draft.nested}
        """Quotations with a speaker of their own inside another's statement: "Rowe said Stone, who called it “a swamp”, was wrong"."""
        self.reading = reading
        self.trimmer = Trimmer(reading)
        self.lines = LineIndex.of(article.text)
        self.seen: Counter[tuple[str, str]] = Counter()

    def attributed(self, draft: Draft, speaker: Speaker | None, chains: Chains) -> Statement:
        """Return the statement of a draft."""
        reading = self.reading
        quoted = draft.content if draft.spoken else quoted_parts(reading, draft.content, self.trimmer)
        quoted = quoted if draft.nested else tuple(part for part in quoted if part not in self.of_others)
        cue = reading.words_in(draft.cue.start, draft.cue.end) if draft.cue else ()
        content = reading.words_in(draft.content[0].start, draft.content[0].end)
        via, speaker = via_of(reading, chains, draft, speaker)
        form = form_of(reading, draft.content, quoted)
        text = self._text(draft.content)
        line, column = self.lines.position(draft.start)
        return Statement(
            id=self._id(form, text),
            source=self.article.id,
            form=form,
            content=draft.content,
            text=text,
            quoted=quoted,
            cue=reading.piece(draft.cue) if draft.cue else None,
            speaker=speaker,
            kind=kind_of(cue) if cue else "said",
            polarity=self._polarity(draft, cue, content),
            via=via,
            line=line,
            column=column,
        )

    def _polarity(self, draft: Draft, cue: Sequence[Word], content: Sequence[Word]) -> Polarity:
        found = polarity_of(cue, content) if cue else Polarity.AFFIRMED
        source = self.reading.words_in(draft.source.start, draft.source.end) if draft.source else ()
        return Polarity.WITHHELD if found is Polarity.AFFIRMED and cue and is_nobody(source) else found

    def narrated(self, span: Span) -> Statement:
        """Return the statement of a sentence in the article's own voice."""
        text = self._text((span,))
        line, column = self.lines.position(span.start)
        quoted = quoted_parts(self.reading, (span,), self.trimmer)
        return Statement(self._id(Form.NARRATED, text), self.article.id, Form.NARRATED, (span,), text, quoted, line=line, column=column)

    def _text(self, content: Sequence[Span]) -> str:
        return " ".join(self.article.text[span.start : span.end] for span in content)

    def _id(self, form: Form, text: str) -> str:
        self.seen[form, text] += 1
        return short_hash(self.article.id, form, text, str(self.seen[form, text]))


def form_of(reading: Reading, content: Sequence[Span], quoted: Sequence[Span]) -> Form:
    """Return ``direct`` where every word of the content stands inside marks, ``mixed`` where some do, else ``indirect``."""
    total = sum(reading.count(span) for span in content)
    inside = sum(reading.count(span) for span in quoted)
    if inside and inside >= total:
        return Form.DIRECT
    return Form.MIXED if inside else Form.INDIRECT
