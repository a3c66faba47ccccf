"""Names of sources, statements, groups and findings in linked data (JSON-LD): the same record has the same IRI in every export.

Takes articles and ids of a report, returns IRIs. A source is named by its path, relative to the input given; everything else by a
name-based UUID (RFC 9562 section 5.5), which is the same in every report that has the record, wherever and whenever it is made.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosscheck.records import Article

_SPACE = uuid5(NAMESPACE_URL, "urn:crosscheck:report:1")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


class Sources:
    """The IRIs of the sources of one report."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Name each article; where one file holds several, each has its id as fragment."""
        articles = tuple(articles)
        held = Counter(article.path for article in articles)
        self._iris = {article.id: _path_iri(article, shared=held[article.path] > 1) for article in articles}
        self._hashes = {article.id: f"{article.sha256}/{article.id}" for article in articles}

    def iri(self, source: str) -> str:
        """Return the IRI of the source with this id: its path, percent-encoded, relative to the input given."""
        return self._iris[source]

    def record(self, kind: str, name: str, sources: Iterable[str]) -> str:
        """Return the IRI of a record: ``kind`` of record, its id ``name``, and the ids of the sources in which it stands.

        The hash of each source's file takes part, so that ids that happen to be equal in two stories do not become one thing.
        """
        places = sorted({self._hashes[source] for source in sources})
        return uuid5(_SPACE, "\n".join((kind, name, *places))).urn


def web_address(article: Article) -> str | None:
    """Return where the article was published, if that is a web address; any other scheme is no link."""
    return article.url if article.url and _WEB.fullmatch(article.url) else None


def _path_iri(article: Article, *, shared: bool) -> str:
    path = quote(article.path, safe="/", errors="surrogatepass")
    return f"{path}#{quote(article.id, safe='', errors='surrogatepass')}" if shared else path
