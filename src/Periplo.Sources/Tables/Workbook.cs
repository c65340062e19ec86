using System.IO.Compression;
using System.Xml;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>
/// The sheets of an .xlsx workbook (ECMA-376), read without anything a stranger's file could abuse: no document type
/// definitions, no external parts, and a bound on what its parts inflate to, counted while they inflate. Only values are
/// read; formulas, pictures and macros are left alone.
/// </summary>
internal sealed class Workbook
{
    /// <summary>Bytes a packed workbook may have: it is held in memory while it is read.</summary>
    public const long MostPacked = 256 << 20;

    private const int MostEntries = 10_000;
    private readonly string file;
    private readonly WorkbookParts parts;
    private readonly string[] strings;
    private readonly CellFormats formats;
    private readonly Dictionary<int, Sheet> read = [];
    private readonly List<string> targets = [];

    private Workbook(string file, byte[] bytes, CancellationToken cancellation)
    {
        this.file = file;
        // Over memory: nothing to give back, and the sheets are read when they are asked for.
        var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
            throw new InputException(file, null, Refusals.InflatesTooFar);
        parts = new(archive, file, bytes.Length, cancellation);
        if (archive.GetEntry("[Content_Types].xml") is null)
            throw new InputException(file, null, archive.GetEntry("mimetype") is null ? Refusals.NotWorkbook : NotExcel("OpenDocument (.ods)"));
        var main = parts.Relations("_rels/.rels", "").FirstOrDefault(relation => relation.Type == "officeDocument").Target;
        if (main is null || !main.StartsWith("xl/", StringComparison.Ordinal))
            throw new InputException(file, null, Refusals.NotWorkbook);
        if (main.EndsWith(".bin", StringComparison.Ordinal))
            throw new InputException(file, null, NotExcel("Excel binario / binary Excel (.xlsb)"));
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = parts.Relations($"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var names = new List<string>();
        foreach (var (name, relation) in SheetList(main))
        {
            var target = relations.FirstOrDefault(one => one.Id == relation);
            if (target.Type != "worksheet")
                continue;
            names.Add(name);
            targets.Add(target.Target);
        }

        Sheets = names;
        strings = SharedStrings(relations.FirstOrDefault(one => one.Type == "sharedStrings").Target);
        formats = CellFormats.Read(parts, relations.FirstOrDefault(one => one.Type == "styles").Target);
    }

    /// <summary>Names of the sheets in order.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>Opens the workbook in <paramref name="bytes"/>.</summary>
    /// <exception cref="InputException">It is none, is damaged, or is made to do harm.</exception>
    public static Workbook Open(string file, byte[] bytes, CancellationToken cancellation) =>
        Guarded(file, () => new Workbook(file, bytes, cancellation));

    /// <summary>A sheet by its position.</summary>
    public Sheet this[int sheet]
    {
        get
        {
            if (!read.TryGetValue(sheet, out var content))
                read.Add(sheet, content = Guarded(file, () => Sheet.Read(file, Sheets[sheet], sheet, parts.Open(targets[sheet]), strings, formats)));
            return content;
        }
    }

    /// <summary>Runs what the archive and XML libraries may refuse, and turns their refusals into messages.</summary>
    private static T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new InputException(file, null, Refusals.ExternalEntities, e);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new InputException(file, null, Refusals.WorkbookDamaged(Refusals.Shown(e.Message)), e);
        }
    }

    private static Text NotExcel(string what) => new(
        $"es {what}, que no se lee; ábralo y guárdelo como .xlsx o CSV UTF-8.",
        $"it is {what}, which is not read; open it and save it as .xlsx or CSV UTF-8.",
        $"c’est {what}, qui ne se lit pas ; ouvrez-le et enregistrez-le en .xlsx ou CSV UTF-8.");

    private List<(string Name, string Relation)> SheetList(string main)
    {
        var sheets = new List<(string, string)>();
        using var xml = parts.Open(main);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet")
                continue;
            string? name = null, relation = null;
            while (xml.MoveToNextAttribute())
            {
                if (xml.LocalName == "name")
                    name = xml.Value;
                else if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                    relation = xml.Value;
            }

            sheets.Add((name ?? "", relation ?? ""));
        }

        return sheets;
    }

    private string[] SharedStrings(string? part)
    {
        if (part is null)
            return [];
        var list = new List<string>();
        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                list.Add(WorkbookParts.RichText(xml));
        }

        return [.. list];
    }
}
