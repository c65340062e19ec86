using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>
/// A picture with its credits: marks, the same numbers as a table, the picture in words, and where the numbers come from.
/// In no language until it is written.
/// </summary>
public sealed record Figure
{
    private FigureTable? table;

    /// <summary>Title, unit, sources, notes.</summary>
    public required Credits Credits { get; init; }

    /// <summary>Width in units; one unit is one pixel at natural size.</summary>
    public required double Width { get; init; }

    /// <summary>Height in units.</summary>
    public required double Height { get; init; }

    /// <summary>Everything drawn, legend included, in order of painting.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>Every value drawn, as a table. Made when first asked for: a page shows one table for figures of the same numbers.</summary>
    public FigureTable Table => table ??= MakeTable();

    /// <summary>Makes <see cref="Table"/>.</summary>
    public required Func<FigureTable> MakeTable { private get; init; }

    /// <summary>One to three sentences that say what the picture shows.</summary>
    public required Text TextAlternative { get; init; }

    /// <summary>False when the links of the picture are left out of the tab order because the table beside it has the same links.</summary>
    public bool LinksInTabOrder { get; init; } = true;

    /// <summary>True when any mark leads somewhere.</summary>
    public bool HasLinks => Leads(Marks);

    private static bool Leads(IReadOnlyList<Mark> marks)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i].Href is not null)
                return true;
            if ((marks[i] is GroupMark group && Leads(group.Marks)) || (marks[i] is FrameMark frame && Leads(frame.Marks)))
                return true;
        }

        return false;
    }
}

/// <summary>The credits a figure never goes without.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; unique among the figures of one page.</param>
/// <param name="Title">Names the subject, the place and the time.</param>
/// <param name="Unit">What the numbers count: "personas", "% de la población".</param>
/// <param name="Sources">Source, revision, method and licence, one a line.</param>
/// <param name="Notes">What the reader must know to read it rightly; charts add their own.</param>
public sealed record Credits(string Id, Text Title, Text Unit, IReadOnlyList<Text> Sources, IReadOnlyList<Text> Notes)
{
    /// <summary>A second line under the title, or null.</summary>
    public Text? Subtitle { get; init; }

    /// <summary>The same with more notes behind.</summary>
    internal Credits WithNotes(IReadOnlyList<Text> more) => more.Count == 0 ? this : this with { Notes = [.. Notes, .. more] };
}

/// <summary>One number or its absence, with its standing.</summary>
/// <param name="Value">The number, or null when it is missing. A published zero is 0.</param>
/// <param name="Status">Code of SDMX CL_OBS_STATUS: A normal, E estimated, I imputed, P provisional, F forecast, M missing….</param>
/// <param name="Reason">Why it is missing, where known.</param>
/// <param name="Lineage">Address of the page that says where it came from, or null.</param>
public readonly record struct Datum(double? Value, char Status = 'A', Text? Reason = null, string? Lineage = null)
{
    /// <summary>The number; null when it is missing. What is not finite (a rate over nothing) counts as missing.</summary>
    public double? Value { get; init; } = Value is { } number && double.IsFinite(number) ? number : null;

    private static Text Protected { get; } = new("protegido", "protected", "protégé");

    /// <summary>True when a picture marks the number as worked out instead of counted: estimated, imputed, forecast, provisional.</summary>
    public bool IsEstimate => Value is not null && !IsCommon && Status is ('E' or 'I' or 'F' or 'P');

    /// <summary>True when every number of the figure is an estimate of this kind, so that the picture need not mark it.</summary>
    internal bool IsCommon { get; init; }

    /// <summary>What stands in place of a number that is not there: protected (Q) is said as such, for the number exists.</summary>
    public Text Absence => Status == 'Q' ? Reason ?? Protected : Numbers.MissingBecause(Reason);

    /// <summary>Words for the status, or null when nothing need be said.</summary>
    public Text? StatusWords => Status switch
    {
        'E' => new("(estimado)", "(estimated)", "(estimé)"),
        'I' => new("(imputado)", "(imputed)", "(imputé)"),
        'F' => new("(proyectado)", "(projected)", "(projeté)"),
        'P' => new("(preliminar)", "(provisional)", "(préliminaire)"),
        'B' => new("(cambio de serie)", "(break in series)", "(rupture de série)"),
        'D' => new("(la definición difiere)", "(definition differs)", "(la définition diffère)"),
        'U' => new("(poco confiable)", "(low reliability)", "(peu fiable)"),
        _ => null,
    };
}

/// <summary>A number of an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Datum">The number.</param>
public readonly record struct AreaDatum(Area Area, Datum Datum);

/// <summary>The table twin of a figure.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">Each with one cell a column.</param>
public sealed record FigureTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<Cell[]> Rows);

/// <summary>A column of a table twin.</summary>
/// <param name="Header">What it holds.</param>
/// <param name="Unit">Unit of its numbers, or null for words.</param>
/// <param name="Style">Form of its numbers: always all digits, so that the table is exact.</param>
public sealed record TableColumn(Text Header, Text? Unit = null, NumberStyle Style = default)
{
    /// <summary>True when its cells are numbers.</summary>
    public bool IsNumeric => Unit is not null;
}

/// <summary>A cell of a table twin: words, or a number with its standing.</summary>
/// <param name="Words">The words; null when the cell is a number.</param>
/// <param name="Href">Address the words lead to, or null.</param>
/// <param name="Datum">The number; its reason says why it is missing, its lineage where it came from.</param>
public readonly record struct Cell(Text? Words, string? Href, Datum Datum)
{
    /// <summary>A cell of words.</summary>
    public static Cell Of(Text words, string? href = null) => new(words, href, default);

    /// <summary>A cell with a number.</summary>
    public static Cell Of(Datum datum) => new(null, null, datum);

    /// <summary>A cell with a number worked out from others.</summary>
    public static Cell Of(double? value) => new(null, null, new(value));
}
