"""Which articles of which stories are annotated."""

from __future__ import annotations

from pathlib import Path

from evaluation.localnews import articles, draw_later


def stories(folder: Path, **sizes: int) -> Path:
    for name, size in sizes.items():
        (folder / name).mkdir()
        for number in range(size):
            (folder / name / f"{number:02}.txt").write_text("News.")
    return folder


def test_six_articles_are_annotated_and_six_more_in_a_file_of_their_own(tmp_path):
    story = stories(tmp_path, long=14) / "long"
    assert [path.stem for path in articles(story)] == ["00", "01", "02", "03", "04", "05"]
    assert [path.stem for path in articles(story, later=True)] == ["06", "07", "08", "09", "10", "11"]


def test_a_story_is_drawn_again_when_four_articles_or_more_are_left(tmp_path):
    assert sorted(draw_later(1, 5, stories(tmp_path, six=6, nine=9, ten=10, many=81))) == ["many", "ten"]


def test_the_seed_alone_decides_which_are_drawn(tmp_path):
    folder = stories(tmp_path, a=12, b=12, c=12, d=12)
    assert draw_later(7, 2, folder) == draw_later(7, 4, folder)[:2]
    assert len({tuple(draw_later(seed, 2, folder)) for seed in range(20)}) > 1
