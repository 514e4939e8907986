"""A new report folder, with the files to start from."""

from pathlib import Path

from drafter.errors import FolderError, OutputError
from drafter.library.files import write_whole
from drafter.nouns import FieldPlace, HeadingKind, ReportType


def start_folder(folder: Path, report_type: ReportType) -> tuple[Path, ...]:
    """Make the folder where it is missing, and write its files; where they are.

    Raises:
        FolderError: one of the files is there already; nothing is written.
        OutputError: the folder or a file cannot be made.
    """
    contents = {folder / name: data for name, data in _files(report_type).items()}
    for path in contents:
        if path.exists():
            hint = "Välj en annan mapp."
            raise FolderError(f"{path} finns redan och rörs inte.", hint, path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"Mappen {folder} kunde inte skapas.", "", folder) from error
    for path, data in contents.items():
        write_whole(path, data)
    return tuple(contents)


def _files(report_type: ReportType) -> dict[str, bytes]:
    """File names and contents: settings, notes and participants, ready to be filled in.

    The list starts with a byte order mark, so that Excel reads its å, ä and ö.
    """
    return {
        "rapport.toml": _settings(report_type).encode(),
        "anteckningar.md": _notes(report_type).encode(),
        "deltagare.csv": "namn;roll;enhet;parti;anmärkning\r\n".encode("utf-8-sig"),
    }


def _settings(report_type: ReportType) -> str:
    """Every field, empty, with an example beside it."""
    lines = ["# Det som lämnas tomt söks i anteckningarna.", f'typ = "{report_type.id}"']
    for place in FieldPlace:
        lines += ["", f"[{place.value}]"]
        for field in (one for one in report_type.fields if one.place is place):
            lines.append(f'{field.id} = ""  # {field.label}, till exempel {field.example}')
    lines += ["", "[namn]", *_NAMES]
    return "\n".join(lines) + "\n"


_NAMES = (
    "dolj = []  # ord som är namn på personer och ska döljas för modellen",
    "visa = []  # ord med stor bokstav som inte är namn, se drafter show",
)


def _notes(report_type: ReportType) -> str:
    """The report's own headings to write notes under."""
    lines = ["# Anteckningar", ""]
    for heading in report_type.headings:
        if heading.kind is HeadingKind.TEXT:
            lines += [f"## {heading.title}", "", ""]
    return "\n".join(lines)
