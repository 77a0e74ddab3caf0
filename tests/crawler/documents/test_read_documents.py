"""Documents from files: those of a folder that cannot be read are skipped, and PDFs are read."""

import os
from pathlib import Path

import pytest

from claims.errors import InputError
from crawler.documents.read_documents import read_documents
from crawler.settings import Settings
from tests.crawler.extraction.pdfs import pdf
from tests.unprivileged import without_privileges

RTF = r"{\rtf1 The dam holds.}"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_a_file_of_a_folder_that_is_not_read_is_skipped_and_listed(tmp_path: Path) -> None:
    write(
        tmp_path, a_md="It holds (https://dams.example/).", b_rtf=RTF, c_txt="It leaks [1].\n\n[1] https://l.example/"
    )
    found = read_documents([str(tmp_path)], Settings())
    assert [Path(read.document.source).name for read in found] == ["a.md", "c.txt"]
    assert "b.rtf: This is RTF." in found[0].document.notes[-1]


def test_a_file_that_is_named_itself_is_refused(tmp_path: Path) -> None:
    write(tmp_path, a_md="It holds.", b_rtf=RTF)
    with pytest.raises(InputError, match="This is RTF"):
        read_documents([str(tmp_path / "a.md"), str(tmp_path / "b.rtf")], Settings())


def test_a_folder_of_which_nothing_is_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path, b_rtf=RTF)
    with pytest.raises(InputError, match="This is RTF"):
        read_documents([str(tmp_path)], Settings())


def test_what_tools_wrote_into_a_folder_is_no_document(tmp_path: Path) -> None:
    packages, report = tmp_path / "venv", tmp_path / "citewatch-report"
    for folder in (packages, report, tmp_path / ".git", tmp_path / "node_modules" / "a"):
        folder.mkdir(parents=True)
        write(folder, b_md="It leaks.", pyvenv_cfg="")
    (report / "pyvenv.cfg").unlink()
    write(tmp_path, a_md="It holds (https://dams.example/).")
    found = read_documents([str(tmp_path)], Settings(out=report))
    assert [Path(read.document.source).name for read in found] == ["a.md"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, a_md="It holds (https://dams.example/).")
    os.mkfifo(tmp_path / "b.md")
    (tmp_path / "c.md").symlink_to("gone.md")
    (read,) = read_documents([str(tmp_path)], Settings())
    (note,) = read.document.notes
    assert "c.md: there is no such file" in note


def test_a_folder_that_must_not_be_read_is_refused_and_skipped_in_another() -> None:
    with without_privileges() as folder:
        write(folder, a_md="It holds (https://dams.example/).")
        closed = folder / "closed"
        closed.mkdir()
        write(closed, b_md="It leaks.")
        closed.chmod(0)
        (read,) = read_documents([str(folder)], Settings())
        assert read.document.notes == (f"Skipped {closed}: cannot be read: Permission denied.",)
        for name in (closed, closed / "b.md"):
            with pytest.raises(InputError, match=f"{name}: cannot be read: Permission denied"):
                read_documents([str(name)], Settings())


def test_a_document_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_md="It holds (https://dams.example/).")
    assert len(read_documents([str(tmp_path / "a.md"), str(tmp_path)], Settings())) == 1


def test_how_a_file_was_decoded_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café holds.".encode("cp1252"))
    (read,) = read_documents([str(tmp_path / "a.txt")], Settings())
    assert "Windows-1252" in read.document.notes[0]


def test_a_pdf_is_read_with_its_numbered_markers_and_its_list(tmp_path: Path) -> None:
    lines = [
        "The dam was raised in 1962 [1]. It leaks in winter [2].",
        "References",
        "[1] https://dams.example/",
        "[2] https://l.example/",
    ]
    (tmp_path / "dam.pdf").write_bytes(pdf([lines], title="Dams"))
    (read,) = read_documents([str(tmp_path / "dam.pdf")], Settings())
    assert read.document.title == "Dams"
    assert [claim.citations for claim in read.document.claims] == [("1",), ("2",)]
    assert [citation.url for citation in read.document.citations] == ["https://dams.example/", "https://l.example/"]
