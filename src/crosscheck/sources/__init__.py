"""Files to articles: discover, decode, read each format, mark page furniture.

::

    discover.py       what the command line names -> Input
    decode.py         bytes -> text
    json_articles.py  JSON and JSON Lines -> Draft
    markdown.py       Markdown -> Draft
    paragraphs.py     where paragraphs begin and end
    headlines.py      the title
    rules.py          the table of furniture rules
    neighbours.py     furniture that shows only beside its neighbours
    furniture.py      title, furniture, date and publisher of a page
    datelines.py      LONDON (Reuters) -
    dates.py          calendar dates
    repeats.py        passages printed twice
    reading.py        read_articles: all of it in order
"""

from __future__ import annotations

from crosscheck.sources.discover import SUFFIXES, Input, discover
from crosscheck.sources.reading import read_articles

__all__ = ["SUFFIXES", "Input", "discover", "read_articles"]
