"""Files whole or not at all."""

import pytest

from reports.output import print_text, write


def test_files_are_written_piece_by_piece_into_a_folder_that_is_made(tmp_path):
    paths = write({"a.txt": ("one\n", "two\n"), "b.txt": ("drei – 三\n",)}, tmp_path / "deep" / "report")

    assert [path.name for path in paths] == ["a.txt", "b.txt"]
    assert paths[0].read_bytes() == b"one\ntwo\n"
    assert paths[1].read_text(encoding="utf-8") == "drei – 三\n"
    assert sorted(path.name for path in paths[0].parent.iterdir()) == ["a.txt", "b.txt"]


def test_an_interruption_leaves_the_earlier_report_and_nothing_half_written(tmp_path):
    def interrupted():
        yield "half a"
        raise KeyboardInterrupt

    write({"a.txt": ("old a",), "b.txt": ("old b",)}, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write({"a.txt": ("new a",), "b.txt": interrupted()}, tmp_path)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": "old a", "b.txt": "old b"}


def test_half_a_surrogate_pair_does_not_stop_a_report(tmp_path):
    (path,) = write({"a.txt": ("half \ud83d",)}, tmp_path)

    assert path.read_text(encoding="utf-8") == "half ?"


def test_a_report_is_as_readable_as_any_file_of_the_user(tmp_path):
    (path,) = write({"a.txt": ("x",)}, tmp_path)
    plain = tmp_path / "plain"
    plain.touch()

    assert path.stat().st_mode == plain.stat().st_mode


def test_standard_output_gets_utf_8_whatever_the_terminal_says(capsysbinary):
    print_text({"a.txt": ("three – 三", "\n")})

    assert capsysbinary.readouterr().out == "three – 三\n".encode()
