using System.Xml;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>A cell with a value: its column from 0, its text, and whether it is a number by type.</summary>
internal readonly record struct SheetCell(int Column, string Text, bool IsNumber);

/// <summary>A row with its filled cells in order of column.</summary>
internal sealed record SheetLine(int Number, SheetCell[] Cells)
{
    /// <summary>A cell; one that is not there has an empty text.</summary>
    public SheetCell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column)
                    return cell;
            }

            return new(column, "", false);
        }
    }
}

/// <summary>One sheet of a workbook: its filled rows.</summary>
internal sealed class Sheet
{
    private const int MostRows = 1 << 20;
    private const int MostColumns = 1 << 14;
    private readonly string file;

    private Sheet(string file, string name, int position, List<SheetLine> rows, (int Row, int Column)? formula) =>
        (this.file, Name, Position, Rows, Formula) = (file, name, position, rows, formula);

    /// <summary>Name on its tab.</summary>
    public string Name { get; }

    /// <summary>Position in the workbook from 0.</summary>
    public int Position { get; }

    /// <summary>Rows that hold something, from the top.</summary>
    public IReadOnlyList<SheetLine> Rows { get; }

    /// <summary>The first cell whose value a formula gives, or null: the value kept with it may be out of date.</summary>
    public (int Row, int Column)? Formula { get; }

    /// <summary>Reads a sheet part.</summary>
    public static Sheet Read(string file, string name, int position, XmlReader part, string[] strings, CellFormats formats)
    {
        var rows = new List<SheetLine>();
        var cells = new List<SheetCell>();
        var row = 0;
        (int Row, int Column)? formula = null;
        using var xml = part;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                Close(rows, cells, row);
                var number = xml.GetAttribute("r") is { } stated ? Number(stated) : row + 1;
                if (number <= row || number > MostRows)
                    throw new InvalidDataException($"row {number} after row {row}");
                row = number;
            }
            else if (xml.LocalName == "c" && row > 0)
            {
                var last = cells.Count == 0 ? -1 : cells[^1].Column;
                var column = xml.GetAttribute("r") is { } reference ? Column(reference) : last + 1;
                if (column <= last || column >= MostColumns)
                    throw new InvalidDataException($"cell {xml.GetAttribute("r")} out of order");
                var (text, isNumber, isFormula) = Value(xml, strings, formats);
                if (isFormula)
                    formula ??= (row, column);
                if (text.Length > 0)
                    cells.Add(new(column, text, isNumber));
            }
        }

        Close(rows, cells, row);
        return new(file, name, position, rows, formula);
    }

    /// <summary>The name of a cell: <c>C12</c>.</summary>
    public static string CellName(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row;
    }

    /// <summary>An error at a cell.</summary>
    public InputException Fault(int row, int column, Text reason) => InputException.AtCell(file, Name, CellName(column, row), reason);

    private static (string Text, bool IsNumber, bool IsFormula) Value(XmlReader xml, string[] strings, CellFormats formats)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var value = "";
        var isFormula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            var inValue = false;
            while (xml.Read() && xml.Depth > depth)
            {
                isFormula |= xml.NodeType == XmlNodeType.Element && xml.LocalName == "f";
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
                    value = WorkbookParts.RichText(xml);
                else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                    inValue = xml.NodeType == XmlNodeType.Element && xml.LocalName == "v" && !xml.IsEmptyElement;
                else if (inValue)
                    value += xml.Value;
            }
        }

        switch (type)
        {
            case "s":
                var at = Number(value);
                return at < strings.Length ? (strings[at], false, isFormula) : throw new InvalidDataException($"no shared string {at}");
            case null or "n":
                return formats.Date(style, value) is { } date ? (date, false, isFormula) : (value, true, isFormula);
            default:
                return (value, false, isFormula);
        }
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter))
                break;
            column = (column * 26) + (letter - 'A') + 1;
            if (column > MostColumns)
                throw new InvalidDataException($"cell {reference}");
        }

        return column - 1;
    }

    private static int Number(string text) =>
        int.TryParse(text, out var number) && number >= 0 ? number : throw new InvalidDataException($"\"{text}\" instead of a number");

    private static void Close(List<SheetLine> rows, List<SheetCell> cells, int row)
    {
        if (cells.Count > 0)
            rows.Add(new(row, [.. cells]));
        cells.Clear();
    }
}
