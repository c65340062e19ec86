using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>One table of the stock workbook: a row a destination, groups of years side by side, each a measure and a sex.</summary>
internal sealed class StockSheet(Sheet sheet, Reading reading, Figures figures, Dictionary<string, string> notes)
{
    // How the headers of the groups begin, longest first where one begins like another.
    private static readonly (string Words, string Measure, string Unit, int Multiplier)[] Groups =
    [
        ("International migrant stock as a percentage of the total population", "SHARE", "PT_POP", 0),
        ("International migrant stock at mid-year", "STOCK", "PS", 0),
        ("Total population at mid-year", "POP", "PS", 3),
        ("Female migrants as a percentage of the international migrant stock", "FEMALE_SHARE", "PT", 0),
        ("Annual rate of change of the migrant stock", "GROWTH", "PT", 0),
        ("Refugee and asylum seekers as a percentage", "REF_SHARE", "PT", 0),
        ("Refugee and asylum seekers at mid-year", "REF", "PS", 0),
        ("Annual rate of change of the refugee", "REF_GROWTH", "PT", 0),
    ];

    private readonly Dictionary<(int, string?, string?), AttributeSet> sets = [];

    private sealed record Column(int Position, TimePeriod Time, string? Interval, string Measure, string Sex, string Unit, int Multiplier);

    public void Read()
    {
        var header = sheet.Rows.FirstOrDefault(row => row.Cells.Any(cell => cell.Text.Trim() == "Location code"))
            ?? throw sheet.Fault(sheet.Rows.Count == 0 ? 1 : sheet.Rows[^1].Number, 0, Lacks("Location code"));
        var location = Find(header, "Location code");
        var type = Find(header, "Type of data");
        var footnotes = Find(header, "Notes");
        var columns = Columns(header, Math.Max(location, Math.Max(type, footnotes)));
        var rows = new SheetRows(reading, sheet, header.Number);
        while (rows.Next())
        {
            // Below the table some revisions print a line of text; it has no location code and no figure.
            if (rows.Text(location).Length == 0 && columns.TrueForAll(column => rows.Text(column.Position).Length == 0))
                continue;
            ReadRow(rows, location, type, footnotes, columns);
        }
    }

    private void ReadRow(SheetRows rows, int location, int type, int footnotes, List<Column> columns)
    {
        var letters = rows.Text(type);
        var code = letters.Length == 0 ? null : DataTypes.Code(letters) ?? throw rows.Fault(type, DataTypes.Refusal(Refusals.Shown(letters)));
        var comment = Comment(rows, footnotes);
        figures.Set(StockKey.Persons);
        figures.Set(("REF_AREA", rows.Area(location)));
        foreach (var column in columns)
        {
            var set = Set(column, code, comment);
            figures.Set(("MEASURE", column.Measure), ("SEX", column.Sex), ("UNIT_MEASURE", column.Unit));

            // What the destination imputes is its migrants, not its population and not its refugees.
            var status = column.Measure is "STOCK" or "SHARE" or "FEMALE_SHARE" or "GROWTH" ? DataTypes.Status(code) : ObservationStatus.E;
            var (value, missing) = Value(rows, column);
            if (missing is { } reason)
                figures.Add(column.Time, value, reason, set, rows.Row);
            else
                figures.Add(column.Time, value, status, set, rows.Row);
        }
    }

    /// <summary>A figure, or the mark in its place, by the notes of the workbook.</summary>
    private static (double Value, ObservationStatus? Mark) Value(SheetRows rows, Column column)
    {
        switch (rows.Text(column.Position))
        {
            case "" or "..":
                return (double.NaN, ObservationStatus.O);
            case "~":
                return (double.NaN, ObservationStatus.Q);
            case "—":
                return (0, ObservationStatus.N);
        }

        double value;
        if (column.Measure is "GROWTH" or "REF_GROWTH")
            rows.TryNumber(column.Position, out value);
        else
            rows.TryCount(column.Position, out value);
        return (value, null);
    }

    private List<Column> Columns(SheetLine header, int above)
    {
        var groups = sheet.Rows.LastOrDefault(row => row.Number < header.Number && row.Cells.Any(cell => cell.Column > above))
            ?? throw sheet.Fault(header.Number, above + 1, Lacks("International migrant stock at mid-year"));
        var columns = new List<Column>();
        foreach (var cell in header.Cells.Where(cell => cell.Column > above))
        {
            var group = groups.Cells.LastOrDefault(one => one.Column > above && one.Column <= cell.Column);
            if (string.IsNullOrEmpty(group.Text))
                throw sheet.Fault(groups.Number, cell.Column, Lacks("International migrant stock at mid-year"));
            var (_, measure, unit, multiplier) = Array.Find(Groups, one => group.Text.Trim().StartsWith(one.Words, StringComparison.OrdinalIgnoreCase));
            if (measure is null)
                throw sheet.Fault(groups.Number, group.Column, Refusals.NotOneOf(Refusals.Shown(group.Text), Groups.Select(one => one.Words)));
            if (multiplier == 3 && !group.Text.Contains("thousands", StringComparison.Ordinal))
                throw sheet.Fault(groups.Number, group.Column, Lacks("(thousands)"));
            var sex = measure == "FEMALE_SHARE" || group.Text.Contains("females", StringComparison.Ordinal) ? "F"
                : group.Text.Contains("males", StringComparison.Ordinal) ? "M" : "_T";
            var (time, interval) = Period(header, cell);
            columns.Add(new(cell.Column, time, interval, measure, sex, unit, multiplier));
        }

        return columns.Count > 0 ? columns : throw sheet.Fault(header.Number, above + 1, Lacks("1990"));
    }

    /// <summary>A year, or an interval from 1 July to 1 July, which stands at its last year.</summary>
    private (TimePeriod Time, string? Interval) Period(SheetLine header, SheetCell cell)
    {
        var ends = cell.Text.Trim().Split('-');
        if (ends.Length <= 2 && int.TryParse(ends[^1], out var year) && TableRows.IsYear(year))
        {
            if (ends.Length == 1)
                return (TimePeriod.OfYear(year), null);
            if (int.TryParse(ends[0], out var from) && from < year && TableRows.IsYear(from))
                return (TimePeriod.OfYear(year), $"{from}-{year}");
        }

        throw sheet.Fault(header.Number, cell.Column, Refusals.NotYear(Refusals.Shown(cell.Text)));
    }

    private string? Comment(SheetRows rows, int column)
    {
        var numbers = rows.Text(column);
        if (numbers.Length == 0)
            return null;
        var texts = new List<string>();
        foreach (var number in numbers.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            texts.Add(notes.TryGetValue(number, out var text) ? text : throw rows.Fault(column, new Text(
                $"la nota {Refusals.Shown(number)} no está en la hoja «Notes»; descargue el libro de nuevo.",
                $"note {Refusals.Shown(number)} is not on the sheet \"Notes\"; download the workbook again.",
                $"la note {Refusals.Shown(number)} n’est pas dans la feuille « Notes » ; téléchargez le classeur de nouveau.")));
        }

        return string.Join(" ", texts);
    }

    private AttributeSet Set(Column column, string? type, string? comment)
    {
        var key = (column.Multiplier, type, (column.Interval, comment) switch
        {
            (null, _) => comment,
            (_, null) => column.Interval,
            _ => $"{column.Interval}. {comment}",
        });
        if (!sets.TryGetValue(key, out var set))
            sets.Add(key, set = new(key.Multiplier, key.type, key.Item3));
        return set;
    }

    private int Find(SheetLine header, string name)
    {
        foreach (var cell in header.Cells)
        {
            if (cell.Text.Trim() == name)
                return cell.Column;
        }

        throw sheet.Fault(header.Number, header.Cells[0].Column, Lacks(name));
    }

    private static Text Lacks(string words) => new(
        $"falta el encabezado «{words}»; el libro no está en el formato que publica UN DESA, descárguelo de nuevo o use un mapeo.",
        $"the header \"{words}\" is missing; the workbook is not in the layout UN DESA publishes, download it again or use a mapping.",
        $"l’en-tête « {words} » manque ; le classeur n’est pas au format que publie UN DESA, téléchargez-le de nouveau ou utilisez un mappage.");
}
