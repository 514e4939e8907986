"""The Word file as the pages that a reader sees."""

import shutil
import subprocess
from pathlib import Path

import pytest

from drafter.cli import main

SAMPLE = Path(__file__).parents[1] / "samples" / "nordisk-huvudstadskonferens"

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice") or not shutil.which("pdftotext"),
    reason="LibreOffice turns the file into pages, and is not installed",
)


def test_the_pages_hold_the_whole_report(tmp_path: Path) -> None:
    report = tmp_path / "rapport.docx"
    shutil.copytree(SAMPLE, tmp_path / "resa")
    main(["draft", str(tmp_path / "resa"), "--skriv-over", "-o", str(report)])
    home = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(report)], check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", str(tmp_path / "rapport.pdf"), "-"]
    pages = subprocess.run(read, check=True, capture_output=True, text=True).stdout.split("\f")
    assert 2 <= len(pages[:-1]) <= 4
    assert "Handläggare: Marc Zetterblom" in pages[0]
    assert "9. Marc Zetterblom, projektledare, SLK" in " ".join(pages[0].split())
    for number, page in enumerate(pages[:-1], 1):
        assert f"Sida {number} av {len(pages) - 1}" in page
        assert "UTKAST" in page
