using System.Xml;

namespace Periplo.Sources.Tables;

/// <summary>Which cell formats of a workbook show a number as a date: in the file a date is a count of days.</summary>
internal sealed class CellFormats
{
    private readonly List<bool> isDate = [];

    private CellFormats()
    {
    }

    /// <summary>Reads the styles part; without one, nothing is a date.</summary>
    public static CellFormats Read(WorkbookParts parts, string? part)
    {
        var formats = new CellFormats();
        if (part is null)
            return formats;
        var custom = new Dictionary<string, bool>();
        var inCellFormats = false;
        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id)
                custom[id] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
            else if (xml.LocalName == "xf" && inCellFormats)
                formats.isDate.Add(IsDate(xml.GetAttribute("numFmtId") ?? "0", custom));
        }

        return formats;
    }

    /// <summary>The day a cell shows, in ISO form; null when its format is not a date's.</summary>
    public string? Date(string? style, string number)
    {
        if (style is null || !int.TryParse(style, out var index) || index < 0 || index >= isDate.Count || !isDate[index])
            return null;

        // 1 January 1900 is day 1, and the format believes in 29 February 1900; from 1 March 1900 the base below is right.
        return double.TryParse(number, out var days) && days is > 60 and < 200_000
            ? new DateOnly(1899, 12, 30).AddDays((int)days).ToString("yyyy-MM-dd")
            : null;
    }

    // Built-in formats 14 to 22 are dates and times of day (ECMA-376 part 1, 18.8.30).
    private static bool IsDate(string id, Dictionary<string, bool> custom) =>
        custom.TryGetValue(id, out var date) ? date : int.TryParse(id, out var number) && number is >= 14 and <= 22;

    private static bool ShowsDate(string format)
    {
        var quoted = false;
        var bracket = false;
        foreach (var letter in format)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (!quoted && letter is '[' or ']')
                bracket = letter == '[';
            else if (!quoted && !bracket && letter is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }
}
