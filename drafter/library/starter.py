"""The files that a new report folder starts with."""

from drafter.nouns import FieldPlace, HeadingKind, ReportType


def starter_files(report_type: ReportType) -> dict[str, bytes]:
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
