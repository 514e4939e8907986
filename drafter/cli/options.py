"""The arguments and options of the commands, and what their help says of them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What a draft can be exported as."""

    docx = "docx"
    md = "md"


# What must not be read is said in Swedish, and stops no other: ``readable`` would stop the command.
Folders = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="MAPP…", help="Rapportmappar, eller en mapp med sådana.", readable=False
    ),
]
Listed = Annotated[Path | None, typer.Option("--lista", metavar="FIL", help="En mapp per rad.")]
ExportTo = Annotated[
    Path | None,
    typer.Option("--exportera", metavar="FIL", help="Skriv frågorna i OpenAI:s batchformat."),
]
ImportFrom = Annotated[
    Path | None,
    typer.Option("--importera", metavar="FIL", help="Läs in svaren och sätt ihop rapporterna."),
]
Source = Annotated[
    Path, typer.Argument(metavar="KALLA", help="Rapportmapp eller anteckningsfil.", readable=False)
]
Folder = Annotated[Path, typer.Argument(metavar="MAPP", help="Rapportmapp.", readable=False)]
Text = Annotated[Path, typer.Argument(metavar="FIL", help="Texten: .md, .txt eller .docx.")]
TypeName = Annotated[str, typer.Argument(metavar="TYP", help="Rapporttyp, se drafter types.")]
Type = Annotated[str, typer.Option("--typ", metavar="TYP", help="Rapporttyp, se drafter types.")]
People = Annotated[Path | None, typer.Option("--deltagare", metavar="FIL", help="Deltagarlista.")]
NotesFile = Annotated[
    Path | None, typer.Option("--anteckningar", metavar="FIL", help="Anteckningar.")
]
ModelName = Annotated[
    str, typer.Option("--modell", metavar="NAMN", help="Profil i drafter.toml, eller »ingen«.")
]
Prompts = Annotated[
    Path | None, typer.Option("--prompts", metavar="MAPP", help="Egna rapporttyper och prompter.")
]
Output = Annotated[Path | None, typer.Option("-o", metavar="FIL", help="Fil att skriva till.")]
Overwrite = Annotated[
    bool, typer.Option("--skriv-over", help="Skriv över en rapport som har ändrats för hand.")
]
Confirmed = Annotated[
    str, typer.Option("--ja-kansligt", metavar="SKÄL", help="Bekräfta alla känsliga rader.")
]
Trial = Annotated[bool, typer.Option("--prov", help="Uppskatta tokens och kostnad. Inget skickas.")]
Fresh = Annotated[
    bool, typer.Option("--pa-nytt", help="Fråga modellen även om det som den redan har svarat på.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Skriv resultatet som JSON.")]
AsSarif = Annotated[bool, typer.Option("--sarif", help="Skriv resultatet som SARIF.")]
Mend = Annotated[
    bool, typer.Option("--ratta", help="Visa vad de säkra språkförslagen skulle ändra.")
]
Write = Annotated[bool, typer.Option("--skriv", help="Skriv ändringarna till filen.")]
Coverage = Annotated[
    bool, typer.Option("--tackning", help="En tabell över vad som blev av varje anteckningsrad.")
]
Sections = Annotated[
    list[str], typer.Argument(metavar="AVSNITT…", help="Rubriker, en eller flera.")
]
Release = Annotated[bool, typer.Option("--upp", help="Lås upp: nästa utkast får skriva om dem.")]
SentenceId = Annotated[
    str, typer.Argument(metavar="MENING", help="Meningens namn, till exempel bakgrund-2.")
]
NewText = Annotated[str, typer.Argument(metavar="TEXT", help="Vad meningen ska lyda i stället.")]
Kind = Annotated[Format | None, typer.Option("--format", help="Filens format; utan det Word.")]
