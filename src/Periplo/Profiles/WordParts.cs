using System.Security;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>The parts of a document that do not depend on its text: types, styles, settings, foot.</summary>
internal static class WordParts
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    /// <summary>What a package is made of and where its document is.</summary>
    public static string PackageRelations { get; } = Head + $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="{WordText.R}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    /// <summary>Type of each part.</summary>
    public static string ContentTypes(int charts)
    {
        const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        var parts = string.Concat(Enumerable.Range(1, charts).Select(number => $"""<Override PartName="/word/charts/chart{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>"""));
        return Head + $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Word}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{Word}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="{Word}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{parts}</Types>
            """;
    }

    /// <summary>Title, language and date of the document; the date is that of the cut-off, for a document has no clock.</summary>
    public static string Properties(string title, Language language, DateOnly created) => Head + $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{SecurityElement.Escape(title)}</dc:title><dc:creator>Periplo</dc:creator><dc:language>{language.Tag()}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{created:yyyy-MM-dd}T00:00:00Z</dcterms:created></cp:coreProperties>
        """;

    /// <summary>Language of the text for spelling and reading aloud.</summary>
    public static string Settings(Language language) => Head + $"""
        <w:settings xmlns:w="{WordText.W}"><w:themeFontLang w:val="{Tag(language)}"/></w:settings>
        """;

    /// <summary>The foot of each page: what it is of, and its number.</summary>
    public static string Footer(string words) => Head + $"""
        <w:ftr xmlns:w="{WordText.W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{SecurityElement.Escape(words)} · </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
        """;

    /// <summary>The styles, with the language of all text.</summary>
    public static string Styles(Language language) => Head + $"""
        <w:styles xmlns:w="{WordText.W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="{Tag(language)}" w:eastAsia="{Tag(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>{Paragraph("Normal", "Normal", "", "", isDefault: true)}{Paragraph("Title", "Title", """<w:spacing w:before="240" w:after="240"/>""", """<w:b/><w:color w:val="0B4F6C"/><w:sz w:val="44"/>""")}{Paragraph("Heading1", "heading 1", """<w:keepNext/><w:spacing w:before="400" w:after="120"/><w:outlineLvl w:val="0"/>""", """<w:b/><w:color w:val="0B4F6C"/><w:sz w:val="32"/>""")}{Paragraph("Heading2", "heading 2", """<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>""", """<w:b/><w:sz w:val="24"/>""")}{Paragraph("Label", "Label", """<w:keepNext/><w:spacing w:before="80" w:after="0"/>""", """<w:b/><w:sz w:val="19"/>""")}{Paragraph("Missing", "Missing", "", """<w:i/><w:color w:val="595959"/>""")}{Paragraph("Quote", "Quote", """<w:ind w:left="400"/>""", """<w:i/>""")}{Paragraph("Papers", "Papers", """<w:spacing w:after="40"/>""", """<w:color w:val="595959"/><w:sz w:val="17"/>""")}{Paragraph("TableHead", "Table head", """<w:keepNext/><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>""", """<w:b/><w:sz w:val="17"/>""")}{Paragraph("TableText", "Table text", """<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>""", """<w:sz w:val="17"/>""")}{Paragraph("TableNumber", "Table number", """<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>""", """<w:sz w:val="17"/>""")}{Paragraph("Footer", "footer", """<w:jc w:val="center"/>""", """<w:color w:val="595959"/><w:sz w:val="17"/>""")}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F6C"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{Border("top", "808080")}{Border("bottom", "808080")}{Border("insideH", "D0D0D0")}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8F1F5"/></w:tcPr></w:tblStylePr></w:style></w:styles>
        """;

    /// <summary>The tag with the country whose spelling is used.</summary>
    private static string Tag(Language language) => language.Of("es-MX", "en-GB", "fr-FR");

    private static string Paragraph(string id, string name, string paragraph, string run, bool isDefault = false) =>
        $"""<w:style w:type="paragraph"{(isDefault ? " w:default=\"1\"" : "")} w:styleId="{id}"><w:name w:val="{name}"/>{(isDefault ? "" : """<w:basedOn w:val="Normal"/>""")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";

    private static string Border(string side, string colour) => $"""<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>""";
}
