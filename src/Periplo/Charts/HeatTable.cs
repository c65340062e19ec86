using System.Runtime.InteropServices;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>A cell of a heat table.</summary>
/// <param name="Datum">The figure.</param>
/// <param name="Shade">From -1 to 1: the sign chooses the colour, the size how dark it is; null leaves the cell plain.</param>
/// <param name="Words">What the table says where there can be no figure yet, which the picture leaves empty; null for a cell with a figure or without one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeatCell(Datum Datum, double? Shade, Text? Words = null);

/// <summary>A row of a heat table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">One a column.</param>
public sealed record HeatRow(Text Name, IReadOnlyList<HeatCell> Cells)
{
    /// <summary>Address the name leads to, or null.</summary>
    public string? Href { get; init; }

    /// <summary>True for a row that sums up others: it is set apart.</summary>
    public bool IsTotal { get; init; }
}

/// <summary>A column of a heat table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Unit">Unit of its numbers.</param>
/// <param name="Style">Form of its numbers.</param>
public sealed record HeatColumn(Text Name, Text Unit, NumberStyle Style)
{
    /// <summary>A shorter head for the picture, or null.</summary>
    public Text? Short { get; init; }

    /// <summary>Address the head leads to, or null.</summary>
    public string? Href { get; init; }
}

/// <summary>What a heat table shows.</summary>
public sealed record HeatOptions
{
    /// <summary>What the rows are: head of the first column.</summary>
    public required Text Rows { get; init; }

    /// <summary>Columns from left to right.</summary>
    public required IReadOnlyList<HeatColumn> Columns { get; init; }

    /// <summary>How many rows are drawn; all are in the table.</summary>
    public int Most { get; init; } = 30;

    /// <summary>What a darker cell of the first colour means, or null for no legend of it.</summary>
    public Text? More { get; init; }

    /// <summary>What a darker cell of the second colour means, or null.</summary>
    public Text? Less { get; init; }

    /// <summary>Width in units.</summary>
    public double Width { get; init; } = 960;
}

/// <summary>Numbers in rows and columns, each on a ground that is darker the more it stands out.</summary>
public static class HeatTable
{
    private const double RowHeight = 25;
    private const double HeadHeight = 26;
    private const int Shades = 4;

    /// <summary>Draws the table.</summary>
    /// <param name="credits">Title, unit, sources, notes.</param>
    /// <param name="rows">From top to bottom.</param>
    /// <param name="options">What to show.</param>
    /// <param name="metrics">Measures names.</param>
    public static Figure Draw(Credits credits, IReadOnlyList<HeatRow> rows, HeatOptions options, FontMetrics metrics)
    {
        var drawn = rows.Take(options.Most).ToList();
        var gutter = Math.Min(options.Width * 0.24, drawn.Select(row => metrics.Width(row.Name, TextSize.Body)).DefaultIfEmpty(0).Max() + 12);
        var width = Math.Min(130, (options.Width - gutter) / Math.Max(1, options.Columns.Count));
        var marks = new List<Mark>((drawn.Count * options.Columns.Count * 2) + 64);
        for (var c = 0; c < options.Columns.Count; c++)
        {
            var column = options.Columns[c];
            marks.Add(new LabelMark(gutter + (width * (c + 1)) - 6, HeadHeight - 9, metrics.Fit(column.Short ?? column.Name, width - 8, TextSize.Small), TextSize.Small, Anchor.End)
            {
                Class = "soft",
                Href = column.Href,
                Title = column.Href is null && column.Short is null ? (Caption?)null : Caption.FromText(column.Name),
            });
        }

        var top = HeadHeight;
        foreach (var row in drawn)
        {
            AddRow(marks, row, options, gutter, width, top, credits.Unit, metrics);
            top += RowHeight;
        }

        marks.Add(new LineMark(0, HeadHeight, gutter + (width * options.Columns.Count), HeadHeight) { Class = "axis" });
        return new()
        {
            Credits = credits.WithNotes(drawn.Count < rows.Count
                ? [new($"Se dibujan {drawn.Count} filas de {rows.Count}; la tabla las tiene todas.", $"{drawn.Count} of {rows.Count} rows are drawn; the table holds all.", $"{drawn.Count} lignes sur {rows.Count} sont dessinées ; le tableau les contient toutes.")]
                : []),
            Width = options.Width,
            Height = AddLegend(marks, drawn, options, top + 6, metrics),
            Marks = marks,
            MakeTable = () => Table(rows, options),
            TextAlternative = Alternative(rows, options),
            LinksInTabOrder = false,
        };
    }

    private static void AddRow(List<Mark> marks, HeatRow row, HeatOptions options, double gutter, double width, double top, Text unit, FontMetrics metrics)
    {
        if (row.IsTotal)
            marks.Add(new LineMark(0, top + RowHeight, gutter + (width * options.Columns.Count), top + RowHeight) { Class = "axis" });
        var size = row.IsTotal ? TextSize.Strong : TextSize.Body;
        marks.Add(new LabelMark(0, top + 17, metrics.Fit(row.Name, gutter - 8, size), size) { Href = row.Href, Title = row.Href is null ? (Caption?)null : Caption.FromText(row.Name) });
        for (var c = 0; c < options.Columns.Count && c < row.Cells.Count; c++)
        {
            var (datum, shade, words) = row.Cells[c];
            if (words is not null)
                continue;
            var (x, column) = (gutter + (width * c), options.Columns[c]);
            var title = new Text($"{row.Name.Es}, {column.Name.Es}", $"{row.Name.En}, {column.Name.En}", $"{row.Name.Fr}, {column.Name.Fr}");
            if (datum.Value is { } value)
            {
                if (ClassOf(shade) is { } names)
                    marks.Add(new RectMark(x + 1, top + 1, width - 2, RowHeight - 2) { Class = names, Title = new(title, value, column.Style, unit) });
                marks.Add(new LabelMark(x + width - 6, top + 17, Caption.Number(value, Fitting(value, column.Style, width - 8, metrics)), size, Anchor.End));
            }
            else if (datum.Status != 'M' || datum.Reason is not null)
            {
                marks.Add(new RectMark(x + 1, top + 1, width - 2, RowHeight - 2) { Class = "miss", Title = new(title, null, default, datum.Absence) });
            }
            else
            {
                marks.Add(new LabelMark(x + width - 6, top + 17, Numbers.Missing, TextSize.Small, Anchor.End) { Class = "soft" });
            }
        }
    }

    /// <summary>All digits where they fit, else the short form.</summary>
    private static NumberStyle Fitting(double value, NumberStyle style, double width, FontMetrics metrics) =>
        metrics.Width(value, style, TextSize.Body) <= width ? style : NumberStyle.Short;

    private static string? ClassOf(double? shade) => shade is not { } size || size == 0 || !double.IsFinite(size)
        ? null
        : $"{(size > 0 ? "s1" : "s2")} h{Math.Clamp((int)Math.Ceiling((Math.Abs(size) * Shades) - 0.02), 1, Shades)}";

    private static double AddLegend(List<Mark> marks, List<HeatRow> drawn, HeatOptions options, double top, FontMetrics metrics)
    {
        var legend = new Legend(metrics, 0, top, options.Width);
        if (options.More is { } more)
            legend.Add(marks, more, "s1 h4");
        if (options.Less is { } less)
            legend.Add(marks, less, "s2 h4");
        if (drawn.Exists(row => row.Cells.Any(cell => cell.Words is null && cell.Datum.Value is null && (cell.Datum.Status != 'M' || cell.Datum.Reason is not null))))
            legend.Add(marks, new("protegido o sin cifra", "protected or no figure", "protégé ou sans chiffre"), "swatch miss");
        return legend.Bottom;
    }

    private static FigureTable Table(IReadOnlyList<HeatRow> rows, HeatOptions options) => new(
        [new(options.Rows), .. options.Columns.Select(column => new TableColumn(column.Name, column.Unit, column.Style))],
        [.. rows.Select(row => (Cell[])[Cell.Of(row.Name, row.Href), .. row.Cells.Select(cell => cell.Words is { } words ? Cell.Of(words) : Cell.Of(cell.Datum))])]);

    private static Text Alternative(IReadOnlyList<HeatRow> rows, HeatOptions options)
    {
        if (rows.Count == 0)
            return new("No hay datos.", "There are no data.", "Il n’y a pas de données.");
        var cells = rows.SelectMany(row => row.Cells).ToList();
        var none = cells.Count(cell => cell.Words is null && cell.Datum.Value is null);
        return new(
            $"Tabla de {rows.Count} filas y {options.Columns.Count} columnas; {none} casillas sin cifra. Las mismas cifras están en la tabla.",
            $"A table of {rows.Count} rows and {options.Columns.Count} columns; {none} cells without a figure. The same figures are in the table.",
            $"Tableau de {rows.Count} lignes et {options.Columns.Count} colonnes ; {none} cases sans chiffre. Les mêmes chiffres sont dans le tableau.");
    }
}
