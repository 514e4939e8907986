"""Makes drafter/export/template.docx: the looks of every Word file that drafter writes.

Run it after a change: ``python tools/build_template.py``. It starts from the template that comes
with python-docx, throws out what is not needed and sets page, styles, numbering, fonts and
settings. The result is the same each time, byte for byte.

The typography is calm and plain. One typeface, Arial, which Windows and macOS have and for which
LibreOffice has Liberation Sans of the same widths; 11 points on lines of about 75 characters,
left-aligned. Black text, headings in a dark blue (contrast 12:1 on white), remarks in grey (7:1)
and dark red (9:1). Space between paragraphs belongs to the styles.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph

from drafter.export.archive import packed, unpacked

TARGET = Path(__file__).parents[1] / "drafter" / "export" / "template.docx"

FONT = "Arial"
LANGUAGE = "sv-SE"
BLACK, BLUE, GREY, RED, YELLOW = "auto", "1B365D", "595959", "8A1C1C", "FFF2B8"
TEXT_WIDTH = Cm(14.5)
INDENT = Cm(0.8)
TWIPS = 20  # to a point


def sized(points: float) -> str:
    """A font size, which Word counts in half points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def coloured(value: str) -> str:
    """A text colour; black is left to the reader's settings, for the sake of high contrast."""
    return "" if value == BLACK else f'<w:color w:val="{value}"/>'


def twips(length: Length) -> int:
    """A length as Word counts it."""
    return round(length.pt * TWIPS)


@dataclass(frozen=True)
class Look:
    """A paragraph style: sizes and spaces in points, ``line`` in lines, ``level`` from 0.

    ``frame`` and ``place`` are the XML that goes before and after the spacing.
    """

    name: str
    style_id: str
    next_id: str = "BodyText"
    size: float = 11
    bold: bool = False
    colour: str = BLACK
    before: float = 0
    after: float = 0
    line: float = 1.2
    with_next: bool = False
    frame: str = ""
    place: str = ""
    level: int | None = None
    own: bool = False

    @property
    def xml(self) -> str:
        """The style as WordprocessingML, its elements in the order of the schema."""
        custom = 'w:customStyle="1" ' if self.own else ""
        outline = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        strong = "<w:b/><w:bCs/>" if self.bold else ""
        held = "<w:keepNext/><w:keepLines/>" if self.with_next else ""
        return (
            f'<w:style {nsdecls("w")} w:type="paragraph" {custom}w:styleId="{self.style_id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="Normal"/>'
            f'<w:next w:val="{self.next_id}"/><w:qFormat/>'
            f"<w:pPr>{held}{self.frame}{self._spacing}{self.place}{outline}</w:pPr>"
            f"<w:rPr>{strong}{coloured(self.colour)}{sized(self.size)}</w:rPr></w:style>"
        )

    @property
    def _spacing(self) -> str:
        return (
            f'<w:spacing w:before="{round(self.before * TWIPS)}" '
            f'w:after="{round(self.after * TWIPS)}" '
            f'w:line="{round(self.line * 240)}" w:lineRule="auto"/>'
        )


NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
TOGETHER = "<w:contextualSpacing/>"
# A line along the left side: what carries it is about the report and not part of it.
BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RED}"/></w:pBdr>'
BESIDE_BAR = '<w:ind w:left="227"/>'

LOOKS = (
    Look("Body Text", "BodyText", after=8),
    Look("Title", "Title", size=17, bold=True, colour=BLUE, before=18, after=6, line=1.1,
         with_next=True),
    Look("heading 1", "Heading1", size=13.5, bold=True, colour=BLUE, before=20, after=5, line=1.1,
         with_next=True, level=0),
    Look("heading 2", "Heading2", size=11.5, bold=True, colour=BLUE, before=12, after=3, line=1.1,
         with_next=True, level=1),
    Look("heading 3", "Heading3", size=11, bold=True, before=10, after=2, line=1.1,
         with_next=True, level=2),
    Look("List Number", "ListNumber", "ListNumber", after=3, frame=NUMBERED),
    Look("header", "Header", "Header", size=9, colour=GREY, line=1, frame=RIGHT_TAB),
    Look("footer", "Footer", "Footer", size=9, colour=GREY, line=1, place='<w:jc w:val="right"/>'),
    Look("Ärendehuvud", "Arendehuvud", "Arendehuvud", before=12, line=1.15, place=TOGETHER,
         own=True),
    Look("Ärendehuvud fet", "ArendehuvudFet", "ArendehuvudFet", bold=True, before=6, line=1.15,
         place=TOGETHER, own=True),
    Look("Utkaststatus", "Utkaststatus", size=12, bold=True, colour=RED, with_next=True,
         frame=BAR, place=BESIDE_BAR, own=True),
    Look("Utkastnotering", "Utkastnotering", size=9.5, colour=GREY, after=8, with_next=True,
         frame=BAR, place=BESIDE_BAR, own=True),
)  # fmt: skip

UNDERLINED = f'<w:u w:val="dotted"/><w:shd w:val="clear" w:color="auto" w:fill="{YELLOW}"/>'


def character_style(name: str, style_id: str, text: str) -> str:
    """A style for a part of a paragraph."""
    return (
        f'<w:style {nsdecls("w")} w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{text}</w:rPr></w:style>"
    )


STYLES = (
    *(look.xml for look in LOOKS),
    character_style("Uppgift saknas", "UppgiftSaknas", UNDERLINED),
    character_style("Utkastmärke", "Utkastmarke", f"<w:b/><w:bCs/>{coloured(RED)}"),
)

UNWANTED_PARTS = {"customXml", "stylesWithEffects", "thumbnail", "webSettings"}
KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}

DEFAULTS = (
    f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{sized(11)}'
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
    "</w:docDefaults>"
)

NUMBERING = (
    f"<w:numbering {nsdecls('w')}>"
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
    f'<w:pPr><w:ind w:left="{twips(INDENT)}" w:hanging="{twips(INDENT)}"/></w:pPr>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    "</w:numbering>"
)

# Word's present mode, without which it opens the file as one of an older version.
MODE = (
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
)
SETTINGS = (
    f"<w:settings {nsdecls('w')}>"
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    f'<w:compat>{MODE}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
    'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
    'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

FONTS = (
    f'<w:fonts {nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)

APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>drafter</Application></Properties>'
)

CORE = f"<cp:coreProperties {nsdecls('cp', 'dc', 'dcterms', 'dcmitype', 'xsi')}/>"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHOLE_PARTS = {
    "docProps/app.xml": APP,
    "docProps/core.xml": CORE,
    "word/fontTable.xml": FONTS,
    "word/numbering.xml": NUMBERING,
    "word/settings.xml": SETTINGS,
}


def build() -> bytes:
    """The template as a file."""
    document = docx.Document()
    drop_parts(document)
    set_page(document)
    set_styles(document)
    set_page_lines(document)
    return finished(document)


def drop_parts(document: Document) -> None:
    """Throw out the picture, the foreign XML and the second copy of the styles."""
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in UNWANTED_PARTS:
                del part.rels[key]


def set_page(document: Document) -> None:
    """A4, with room above the text and lines that are easy to read."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = (page.page_width - TEXT_WIDTH) // 2
    page.top_margin, page.bottom_margin = Cm(3.2), Cm(2.8)
    page.header_distance = page.footer_distance = Cm(1.4)
    page._sectPr.remove(page._sectPr.find(qn("w:docGrid")))  # for East Asian type


def set_styles(document: Document) -> None:
    """Our own styles in the place of the hundreds that come along."""
    styles = document.styles.element
    styles.replace(styles.find(qn("w:docDefaults")), parse_xml(DEFAULTS))
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            styles.remove(style)
    for xml in STYLES:
        styles.append(parse_xml(xml))


def set_page_lines(document: Document) -> None:
    """An empty line at the top of every page, to be filled, and the page's number at its foot."""
    page = document.sections[0]
    page.header.is_linked_to_previous = False
    page.footer.is_linked_to_previous = False
    footer = page.footer.paragraphs[0]
    footer.add_run("Sida ")
    add_field(footer, "PAGE")
    footer.add_run(" av ")
    add_field(footer, "NUMPAGES")


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """A value that Word works out by itself; 1 until then."""
    start = f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}">'
    paragraph._p.append(parse_xml(f"{start}<w:r><w:t>1</w:t></w:r></w:fldSimple>"))


def finished(document: Document) -> bytes:
    """The document with the parts that are ours from beginning to end."""
    buffer = BytesIO()
    document.save(buffer)
    parts = unpacked(buffer.getvalue())
    for name, xml in WHOLE_PARTS.items():
        parts[name] = (DECLARATION + xml).encode()
    theme = parts["word/theme/theme1.xml"].decode()
    for font in ("Calibri", "Cambria"):
        theme = theme.replace(f'<a:latin typeface="{font}"/>', f'<a:latin typeface="{FONT}"/>')
    parts["word/theme/theme1.xml"] = theme.encode()
    return packed(parts)


if __name__ == "__main__":
    TARGET.write_bytes(build())
