import os
import re
import stat
from pathlib import Path

import pytest

from graphkit.errors import GraphkitError
from graphkit.files import replacing, replacing_in


def test_a_failure_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as beside:
        beside.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing(pipe) as place:
        place.write_text("through")
    assert os.read(reader, 20) == b"through"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "there")
    with replacing(link) as beside:
        beside.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "there").read_text() == "new"


def test_files_of_a_folder_take_their_places_together(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "other").write_text("kept")
    with replacing_in(tmp_path) as folder:
        (folder / "a").write_text("new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "new", "other": "kept"}


def test_a_folders_own_files_of_the_last_time_go_and_no_others(tmp_path: Path) -> None:
    for name in ("edge_A.csv", "edge_B.csv", "my_edge_B.csv", "notes.txt"):
        (tmp_path / name).write_text("old")
    (tmp_path / "edge_C.csv").mkdir()
    with replacing_in(tmp_path, re.compile(r"edge_[A-Z]\.csv")) as folder:
        (folder / "edge_A.csv").write_text("new")
    assert {path.name for path in tmp_path.iterdir()} == {"edge_A.csv", "edge_C.csv", "my_edge_B.csv", "notes.txt"}
    assert (tmp_path / "edge_A.csv").read_text() == "new"


def test_files_of_a_folder_are_replaced_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").mkdir()
    (tmp_path / "c").write_text("old")
    with pytest.raises(GraphkitError, match="cannot be written"), replacing_in(tmp_path, re.compile("c")) as folder:
        for name in ("a", "b"):
            (folder / name).write_text("new")
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b", "c"}
    assert {(tmp_path / name).read_text() for name in ("a", "c")} == {"old"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphkitError, match="file/sub: cannot be written"), replacing_in(tmp_path / "file" / "sub"):
        raise AssertionError


def test_a_path_below_a_file_is_told_as_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphkitError, match="cannot be written"), replacing(tmp_path / "file" / "graph.json") as beside:
        beside.write_text("x")


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    with replacing(tmp_path / "a" / "b" / "graph.json") as beside:
        beside.write_text("{}", encoding="utf-8")
    assert (tmp_path / "a" / "b" / "graph.json").read_text(encoding="utf-8") == "{}"
