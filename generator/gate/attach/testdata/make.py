#!/usr/bin/python3
"""Makes the documents in this folder with LibreOffice, so that what is tested is what an office program writes.

Debian: apt-get install --no-install-recommends libreoffice-calc libreoffice-writer libreoffice-impress libreoffice-draw python3-uno
Then: python3 make.py, or python3 make.py SHEET... for some sheets alone. The files that come out differ in dates and ids from run to run, not in what they hold.
The number in them is the public example of GB 11643.

browser.pdf is not from here: chromium --headless --no-pdf-header-footer --print-to-pdf=browser.pdf browser.html
"""
import base64, os, struct, subprocess, sys, tempfile, time, zlib
import uno
from com.sun.star.beans import NamedValue, PropertyValue

HERE = os.path.dirname(os.path.abspath(__file__))
NUMBER = "11010519491231002X"

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.%s">
'''


def flat(kind, styles, body, creator="", more=""):
    meta = "<office:meta>%s</office:meta>" % (
        "<meta:initial-creator>%s</meta:initial-creator><dc:creator>%s</dc:creator>" % (creator, creator) if creator else "")
    tag = {"text": "text", "spreadsheet": "spreadsheet", "presentation": "presentation", "graphics": "drawing"}[kind]
    return (HEAD % kind + meta + more + "<office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:%s>" % tag
            + body + "</office:%s></office:body></office:document>" % tag)


def cell(value, style="", inner=""):
    return '<table:table-cell %s office:value-type="string">%s<text:p>%s</text:p></table:table-cell>' % (
        'table:style-name="%s"' % style if style else "", inner, value)


def row(*cells, visibility=""):
    return "<table:table-row%s>%s</table:table-row>" % (
        ' table:visibility="%s"' % visibility if visibility else "", "".join(c if c.startswith("<") else cell(c) for c in cells))


def sheet(name, columns, rows, style="shown"):
    return '<table:table table:name="%s" table:style-name="%s">%s%s</table:table>' % (name, style, columns, "".join(rows))


SHEET_STYLES = '''<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3864"/><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="barred" style:family="table-cell"><style:table-cell-properties fo:background-color="#000000"/><style:text-properties fo:color="#000000"/></style:style>
<style:style style:name="grey" style:family="table-cell"><style:table-cell-properties fo:background-color="#dddddd"/><style:text-properties fo:color="#dddddd"/></style:style>
<style:style style:name="thin-column" style:family="table-column"><style:table-column-properties style:column-width="0.001cm"/></style:style>
<style:style style:name="thin-row" style:family="table-row"><style:table-row-properties style:row-height="0.001cm" style:use-optimal-row-height="false"/></style:style>
<style:style style:name="box" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#000000"/></style:style>
<style:style style:name="blue" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#2a6099"/></style:style>
'''
RECTANGLE = '<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 Z N"/>'
COLUMNS = '<table:table-column table:number-columns-repeated="3"/>'


def sheets():
    yield "hidden-sheet", sheet("公开", COLUMNS, [row("项目", "金额", "说明"), row("办公费", "12.50", "元")]) + sheet(
        "底稿", COLUMNS, [row("姓名", "身份证号", "备注"), row("王某", NUMBER, "")], "gone"), ""
    yield "hidden-rows", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", "明镜县人民法院", ""), row("2", NUMBER, "", visibility="collapse"), row("3", "调解中心", "")]), ""
    yield "hidden-columns", sheet("名单", '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>',
                                  [row("序号", "身份证号", "单位"), row("1", NUMBER, "调解中心")]), ""
    yield "cell-comment", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", cell(
        "调解中心", "", '<office:annotation><dc:creator>王小明</dc:creator><text:p>身份证号%s</text:p></office:annotation>' % NUMBER), "")]), ""
    yield "white-cell", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", "调解中心", cell(NUMBER, "white"))]), ""
    yield "black-cell", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", "调解中心", cell(NUMBER, "barred"))]), ""
    yield "own-colour-cell", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", "调解中心", cell(NUMBER, "grey"))]), ""
    yield "thin-column", sheet("名单", '<table:table-column/><table:table-column table:style-name="thin-column"/><table:table-column/>',
                               [row("序号", "身份证号", "单位"), row("1", NUMBER, "调解中心")]), ""
    yield "thin-row", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", NUMBER, "").replace("<table:table-row", '<table:table-row table:style-name="thin-row"'),
                                            row("2", "调解中心", "")]), ""
    over = '<table:shapes>%s</table:shapes>' + COLUMNS
    yield "box-over-cell", sheet("名单", over % box("rect", "box", 2.3, 0.4, 4, 0.6), [row("序号", "身份证号", "单位"), row("1", NUMBER, "调解中心")]), ""
    yield "box-in-cell", sheet("名单", COLUMNS, [row("序号", "身份证号", "单位"), row("1", cell(NUMBER, "", box("custom-shape", "box", 0, 0, 4, 0.6, RECTANGLE)), "调解中心")]), ""
    yield "clean-boxes", sheet("公开", over % (box("rect", "box", 0, 0.45, 12, 0.05) + box("rect", "blue", 0, 2, 4, 0.6) + box("rect", "box", 0, 3, 4, 0.6, p("说明"))),
                               [row("项目", "金额"), row("办公费", "12.50")]), ""
    yield "sheet-number", sheet("名单", COLUMNS, [row("某院某年名单"), row("序号", "身份证号", "单位"), row("1", NUMBER, "调解中心")]), ""
    yield "sheet-author", sheet("名单", COLUMNS, [row("序号", "单位", "备注"), row("1", "调解中心", "")]), "王小明"
    yield "clean-sheet", sheet("公开", '<table:table-column/><table:table-column/><table:table-column/><table:table-column table:number-columns-repeated="1000" table:visibility="collapse"/>',
                               [row(cell("项目", "head"), cell("金额", "head"), cell("案号", "head")), row("办公费", "12.50", "（2026）京0105民初123号")]), ""


TEXT_STYLES = '''<style:style style:name="vanish" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="white" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="barred" style:family="text"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:background-color="#000000"/></style:style>
<style:style style:name="grey" style:family="text"><style:text-properties fo:color="#808080" fo:background-color="#808080"/></style:style>
<style:style style:name="tiny" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="box" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#000000" style:run-through="foreground" style:wrap="run-through" style:horizontal-pos="from-left" style:vertical-pos="from-top" style:horizontal-rel="paragraph" style:vertical-rel="paragraph"/></style:style>
<style:style style:name="behind" style:family="graphic" style:parent-style-name="box"><style:graphic-properties style:run-through="background" draw:stroke="none" draw:fill="solid" draw:fill-color="#000000" style:wrap="run-through"/></style:style>
'''


def p(s):
    return "<text:p>%s</text:p>" % s


def span(style, s):
    return '<text:span text:style-name="%s">%s</text:span>' % (style, s)


CHANGE = '<office:change-info><dc:creator>王小明</dc:creator><dc:date>2026-01-05T09:00:00</dc:date></office:change-info>'


def floating(style, width, height):
    """A rectangle that floats over the paragraph."""
    return '<draw:rect text:anchor-type="paragraph" draw:style-name="%s" svg:x="0cm" svg:y="-0.1cm" svg:width="%scm" svg:height="%scm"/>' % (style, width, height)


TABLE = '<table:table table:name="表1"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell%s>%s</table:table-cell><table:table-cell%s>%s</table:table-cell></table:table-row>' \
        '<table:table-row><table:table-cell><text:p>%s</text:p></table:table-cell><table:table-cell><text:p>%s</text:p></table:table-cell></table:table-row></table:table>'
HEADER = '''<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"><style:header><text:p>%s</text:p></style:header></style:master-page></office:master-styles>'''
LAYOUT = '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/></style:page-layout>'


def documents():
    yield "deleted-text", '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>%s%s</text:deletion></text:changed-region></text:tracked-changes>' % (
        CHANGE, p("身份证号" + NUMBER)) + p('第一段<text:change text:change-id="c1"/>') + p("第二段"), "", ""
    yield "inserted-text", '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>%s</text:insertion></text:changed-region></text:tracked-changes>' % CHANGE + p(
        '第一段<text:change-start text:change-id="c1"/>增加的话<text:change-end text:change-id="c1"/>'), "", ""
    yield "comment", p('第一段<office:annotation office:name="a1"><dc:creator>王小明</dc:creator><dc:date>2026-01-05T09:00:00</dc:date><text:p>身份证号%s</text:p></office:annotation>'
                       % NUMBER + "正文"), "", ""
    yield "hidden-text", p("第一段") + p("可见" + span("vanish", "身份证号" + NUMBER) + "可见"), "", ""
    yield "white-text", p("第一段") + p("可见" + span("white", "身份证号" + NUMBER) + "可见"), "", ""
    yield "black-text", p("第一段") + p("身份证号" + span("barred", NUMBER) + "。"), "", ""
    yield "own-colour", p("第一段") + p("可见" + span("grey", "身份证号" + NUMBER) + "可见"), "", ""
    yield "tiny-text", p("第一段") + p("可见" + span("tiny", "身份证号" + NUMBER) + "可见"), "", ""
    yield "box-over-text", p("第一段") + p("身份证号" + NUMBER + floating("box", 12, 0.8)), "", ""
    yield "paragraph-number", p("第一段") + p("身份证号" + NUMBER + "。"), "", ""
    yield "table-number", p("第一段") + TABLE % ("", p("姓名"), "", p("身份证号"), "王某", NUMBER), "", ""
    yield "footnote-number", p('第一段<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>身份证号%s</text:p></text:note-body></text:note>'
                               % NUMBER), "", ""
    yield "header-number", p("第一段"), "", HEADER % ("身份证号" + NUMBER)
    yield "author", p("第一段"), "王小明", ""
    yield "clean-shapes", p("第一段") + p("明镜县人民法院公告" + floating("behind", 12, 0.8)) + p("第二段" + floating("box", 12, 0.05)), "", ""
    yield "clean-document", p("明镜县人民法院公告，案号（2026）京0105民初123号，电话12368。") + TABLE % (
        ' table:style-name="head"', p(span("white", "部门")), ' table:style-name="head"', p(span("white", "电话")), "立案庭", "010-12345678"), "", ""


def box(name, style, x, y, w, h, inner=""):
    return '<draw:%s draw:style-name="%s" svg:x="%scm" svg:y="%scm" svg:width="%scm" svg:height="%scm">%s</draw:%s>' % (name, style, x, y, w, h, inner, name)


def textbox(style, x, y, w, h, s):
    return box("frame", style, x, y, w, h, "<draw:text-box><text:p>%s</text:p></draw:text-box>" % s)


DRAW_STYLES = '''<style:style style:name="clear" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>
<style:style style:name="black" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#000000"/></style:style>
<style:style style:name="red" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#cc3300"/></style:style>
<style:style style:name="white" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="off" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>
'''


def page(name, inner, style=""):
    return '<draw:page draw:name="%s"%s>%s</draw:page>' % (name, ' draw:style-name="%s"' % style if style else "", inner)


def drawings():
    yield "covered", page("p1", textbox("clear", 2, 2, 15, 1, "身份证号：" + NUMBER) + box("rect", "black", 2, 1.9, 14, 1.4))
    yield "white-in-pdf", page("p1", textbox("clear", 2, 2, 15, 1, "公开的文字") + textbox("clear", 2, 5, 15, 1, span("white", "身份证号：" + NUMBER)))
    yield "clean-bars", page("p1", box("rect", "black", 2, 1.9, 14, 1.4) + textbox("clear", 2, 2, 15, 1, span("white", "明镜县人民法院公告")) + textbox("clear", 2, 5, 15, 1, "案号（2026）京0105民初123号"))
    picture = base64.b64encode(png()).decode()
    yield "scan", page("p1", box("frame", "clear", 0, 0, 21, 29.7, "<draw:image><office:binary-data>%s</office:binary-data></draw:image>" % picture))


def presentations():
    yield "hidden-slide", page("公开", textbox("clear", 2, 2, 15, 1, "公开的内容")) + page("底稿", textbox("clear", 2, 2, 15, 1, "身份证号：" + NUMBER), "off")
    yield "slide-notes", page("公开", textbox("clear", 2, 2, 15, 1, "公开的内容") + '<presentation:notes><draw:page-thumbnail svg:x="2cm" svg:y="2cm" svg:width="10cm" svg:height="8cm" presentation:class="page"/>'
                              + '<draw:frame presentation:class="notes" svg:x="2cm" svg:y="12cm" svg:width="15cm" svg:height="10cm"><draw:text-box><text:p>身份证号：%s</text:p></draw:text-box></draw:frame></presentation:notes>' % NUMBER)
    yield "clean-slides", page("公开", textbox("clear", 2, 2, 15, 1, "明镜县人民法院 2026 年工作要点"))


def exif(names=True):
    """A TIFF of one directory with Artist and GPS coordinates (EXIF 2.32, 4.6)."""
    artist = "王小明".encode() + b"\0"
    gps_at = 8 + 2 + 2 * 12 + 4 + len(artist) + len(artist) % 2
    artist_at = 8 + 2 + 2 * 12 + 4
    values = gps_at + 2 + 4 * 12 + 4
    rational = lambda *n: b"".join(struct.pack("<II", v, 1) for v in n)
    out = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2)
    out += struct.pack("<HHII", 0x13b, 2, len(artist), artist_at) + struct.pack("<HHII", 0x8825, 4, 1, gps_at) + struct.pack("<I", 0)
    out += artist + b"\0" * (len(artist) % 2)
    out += struct.pack("<H", 4) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, values)
    out += struct.pack("<HHI4s", 3, 2, 2, b"E\0\0\0") + struct.pack("<HHII", 4, 5, 3, values + 24) + struct.pack("<I", 0)
    return out + rational(39, 54, 26) + rational(116, 23, 29)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(extra=b""):
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(40)) for y in range(60))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 60, 8, 0, 0, 0, 0)) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pictures(jpeg):
    e = exif()
    app1 = b"Exif\0\0" + e
    located = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(app1) + 2) + app1 + jpeg[2:]
    write("located.jpg", located)
    write("clean.jpg", jpeg)
    write("located.png", png(chunk(b"eXIf", e)))
    write("clean.png", png())
    write("author.png", png(chunk(b"tEXt", b"Author\0" + "王小明".encode())))
    write("located.tiff", e)
    vp8x = b"VP8X" + struct.pack("<I", 10) + bytes([0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    exif_chunk = b"EXIF" + struct.pack("<I", len(e)) + e + b"\0" * (len(e) % 2)
    body = b"WEBP" + vp8x + exif_chunk
    write("located.webp", b"RIFF" + struct.pack("<I", len(body)) + body)
    return located


def write(name, data):
    with open(os.path.join(HERE, name), "wb") as f:
        f.write(data)


class Office:
    """A LibreOffice without windows."""

    def __init__(self, work):
        self.work = work
        pipe = "courtsite%d" % os.getpid()
        self.process = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + work + "/profile", "--headless", "--norestore", "--accept=pipe,name=%s;urp;" % pipe])
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(120):
            try:
                context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except Exception:
                time.sleep(0.5)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open(self, source, ext):
        path = os.path.join(self.work, "source." + ext)
        with open(path, "w", encoding="utf-8") as f:
            f.write(source)
        return self.desktop.loadComponentFromURL("file://" + path, "_blank", 0, properties(Hidden=True))

    def save(self, doc, name, filter, **more):
        doc.storeToURL("file://" + os.path.join(HERE, name), properties(FilterName=filter, **more))

    def make(self, name, source, ext, outputs):
        doc = self.open(source, ext)
        for out, filter, more in outputs:
            self.save(doc, name + "." + out, filter, **more)
        doc.close(True)


def properties(**values):
    return tuple(PropertyValue(Name=k, Value=v) for k, v in values.items())


def pdf(kind, **data):
    return "pdf", kind + "_pdf_Export", {"FilterData": uno.Any("[]com.sun.star.beans.PropertyValue", properties(**data))} if data else {}


def locked():
    """Office Open XML is locked with other data than OpenDocument."""
    return {"EncryptionData": uno.Any("[]com.sun.star.beans.NamedValue", (NamedValue("OOXPassword", "geheim"), NamedValue("CryptoType", "Standard")))}


XLSX, ODS = ("xlsx", "Calc MS Excel 2007 XML", {}), ("ods", "calc8", {})
DOCX, ODT = ("docx", "MS Word 2007 XML", {}), ("odt", "writer8", {})
PPTX, ODP = ("pptx", "Impress MS PowerPoint 2007 XML", {}), ("odp", "impress8", {})


def main():
    with tempfile.TemporaryDirectory() as work:
        office = Office(work)
        try:
            make(office) if len(sys.argv) < 2 else some(office, sys.argv[1:])
        finally:
            office.desktop.terminate()
            office.process.wait(30)


def some(office, names):
    for name, body, creator in sheets():
        if name in names:
            office.make(name, flat("spreadsheet", SHEET_STYLES, body, creator), "fods", [XLSX, ODS])


def make(office):
    for name, body, creator in sheets():
        office.make(name, flat("spreadsheet", SHEET_STYLES, body, creator), "fods", [XLSX, ODS])
    for name, body, creator, master in documents():
        outputs = [DOCX, ODT]
        if name in ("paragraph-number", "clean-document", "author", "table-number", "black-text", "own-colour", "box-over-text"):
            outputs.append(pdf("writer"))
        office.make(name, flat("text", TEXT_STYLES + LAYOUT, body, creator).replace("<office:body>", master + "<office:body>"), "fodt", outputs)
    for name, body in drawings():
        office.make(name, flat("graphics", DRAW_STYLES, body), "fodg", [pdf("draw")])
    for name, body in presentations():
        office.make(name, flat("presentation", DRAW_STYLES, body), "fodp", [PPTX, ODP])
    text = flat("text", TEXT_STYLES, p("身份证号" + NUMBER))
    office.make("locked", text, "fodt", [("docx", DOCX[1], locked()), ("odt", ODT[1], {"Password": "geheim"}), pdf("writer", EncryptFile=True, DocumentOpenPassword="geheim")])
    office.make("locked", flat("spreadsheet", SHEET_STYLES, sheet("名单", COLUMNS, [row(NUMBER)])), "fods", [("xlsx", XLSX[1], locked())])
    office.make("no-copying", text, "fodt", [pdf("writer", RestrictPermissions=True, PermissionPassword="geheim", EnableCopyingOfContent=False)])
    office.make("old", text, "fodt", [("doc", "MS Word 97", {})])
    office.make("old", flat("spreadsheet", SHEET_STYLES, sheet("名单", COLUMNS, [row(NUMBER)])), "fods", [("xls", "MS Excel 97", {})])
    photograph(office)
    embedded(office)


def photograph(office):
    """A JPEG made by LibreOffice, with EXIF put into it; then a document that holds it."""
    doc = office.open(flat("graphics", DRAW_STYLES, page("p1", box("rect", "red", 2, 2, 3, 3))), "fodg")
    office.save(doc, "plain.jpg", "draw_jpg_Export", FilterData=uno.Any("[]com.sun.star.beans.PropertyValue", properties(PixelWidth=24, PixelHeight=32, Quality=60)))
    doc.close(True)
    with open(os.path.join(HERE, "plain.jpg"), "rb") as f:
        located = pictures(f.read())
    os.remove(os.path.join(HERE, "plain.jpg"))
    frame = '<draw:frame text:anchor-type="paragraph" svg:width="3cm" svg:height="4cm"><draw:image><office:binary-data>%s</office:binary-data></draw:image></draw:frame>' % base64.b64encode(located).decode()
    office.make("picture", flat("text", "", p("照片" + frame)), "fodt", [DOCX, ODT])


def embedded(office):
    """A text document with a sheet inside."""
    doc = office.open(flat("text", "", p("附表")), "fodt")
    obj = doc.createInstance("com.sun.star.text.TextEmbeddedObject")
    obj.CLSID = "47BBB4CB-CE4C-4E80-a591-42d9ae74950f"
    doc.Text.insertTextContent(doc.Text.End, obj, False)
    inner = obj.EmbeddedObject if hasattr(obj, "EmbeddedObject") and hasattr(obj.EmbeddedObject, "Sheets") else obj.Model
    inner.Sheets.getByIndex(0).getCellByPosition(0, 0).setString("身份证号" + NUMBER)
    office.save(doc, "embedded.docx", DOCX[1])
    office.save(doc, "embedded.odt", ODT[1])
    doc.close(True)


if __name__ == "__main__":
    sys.exit(main())
