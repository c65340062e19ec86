using System.Text;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>
/// The figures of <c>MOVEMENTS_MONTHLY</c> a reader has read so far. Dimensions a table does not have stay at their total.
/// </summary>
internal sealed class MonthlyFigures
{
    private readonly CsvRows rows;
    private readonly Reading reading;
    private readonly Dictionary<(TimePeriod Time, string Area, string Counterpart, string Citizenship, string Movement, string Sex, string Age, string Route), (double Value, SourceRow Row)> sums = [];
    private readonly HashSet<string> added = [];
    private TimePeriod? last;
    private bool begun;

    public MonthlyFigures(CsvRows rows, Reading reading)
    {
        (this.rows, this.reading) = (rows, reading);
        All = new(reading.Definitions.Movements.Monthly, reading);
        var definition = All.Definition;
        Area = definition.Dimension("REF_AREA");
        Citizenship = definition.Dimension("CITIZENSHIP");
        Movement = definition.Dimension("MOVEMENT");
    }

    /// <summary>The figures.</summary>
    public Figures All { get; }

    /// <summary>What the user says beside the file.</summary>
    public ReadingOptions Options => reading.Options;

    /// <summary>Position of REF_AREA.</summary>
    public int Area { get; }

    /// <summary>Position of CITIZENSHIP.</summary>
    public int Citizenship { get; }

    /// <summary>Position of MOVEMENT.</summary>
    public int Movement { get; }

    /// <summary>Last month a figure is for: the name of the release.</summary>
    public string? LastMonth() => last?.ToString();

    /// <summary>The month in a cell.</summary>
    public TimePeriod Month(int column) => Seen(rows.Month(column));

    /// <summary>The month of the day in a cell.</summary>
    public TimePeriod MonthOfDay(int column) => Seen(rows.MonthOfDay(column));

    /// <summary>Adds the count in a cell of the row; an empty cell is a figure that is missing.</summary>
    public void Add(TimePeriod time, int column)
    {
        Begin();
        if (rows.TryCount(column, out var value))
            All.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
        else
            All.AddMissing(time, AttributeSet.Units, rows.Row);
    }

    /// <summary>Adds a figure read before, now that the whole table is known.</summary>
    public void Add(TimePeriod time, double value, ObservationStatus status, AttributeSet set, SourceRow row)
    {
        Begin();
        All.Add(time, value, status, set, row);
    }

    /// <summary>Adds the count in a cell to those of other rows of the same key, because the dataset does not tell them apart.</summary>
    /// <param name="month">Month.</param>
    /// <param name="column">Column of the count.</param>
    /// <param name="key">Columns that together make a row of the table unique; a second row of the same is refused. Empty where rows have no key.</param>
    /// <param name="codes">Codes of the figure.</param>
    public void AddUp(TimePeriod month, int column, ReadOnlySpan<int> key, MonthlyKey codes)
    {
        if (!rows.TryCount(column, out var value))
        {
            throw rows.Fault(column, new Text(
                "falta la cifra, y esta fila se suma con otras; escriba el número o quite la fila.",
                "the figure is missing, and this row is added to others; write the number or remove the row.",
                "le chiffre manque, et cette ligne est additionnée à d’autres ; écrivez le nombre ou ôtez la ligne."));
        }

        if (key.Length > 0 && !added.Add(Joined(key)))
        {
            throw rows.Fault(0, new Text(
                "hay otra fila igual más arriba, y se contaría dos veces; deje solo una.",
                "the same row stands above, and would be counted twice; keep one of them.",
                "il y a une ligne identique plus haut, et elle serait comptée deux fois ; n’en laissez qu’une."));
        }

        var at = (month, codes.Area, codes.Counterpart, codes.Citizenship, codes.Movement, codes.Sex, codes.Age, codes.Route);
        var sum = sums.GetValueOrDefault(at, (0, rows.Row));
        sums[at] = (sum.Value + value, sum.Row);
    }

    /// <summary>Adds the sums, each at the first of its rows.</summary>
    public void Finish()
    {
        foreach (var (key, (value, row)) in sums)
        {
            All.Set(
                ("REF_AREA", key.Area), ("COUNTERPART_AREA", key.Counterpart), ("CITIZENSHIP", key.Citizenship), ("MOVEMENT", key.Movement),
                ("SEX", key.Sex), ("AGE", key.Age), ("ROUTE", key.Route));
            Begin();
            All.Add(key.Time, value, ObservationStatus.A, AttributeSet.Units, row);
        }
    }

    /// <summary>Before the first figure: what the reader has not set is not told apart by the table.</summary>
    private void Begin()
    {
        if (begun)
            return;
        begun = true;
        All.SetWhereUnset(
            ("FREQ", "M"), ("COUNTERPART_AREA", "_T"), ("CITIZENSHIP", "_T"), ("SEX", "_T"), ("AGE", "_T"), ("POST", "_T"),
            ("TRANSPORT_MODE", "_T"), ("ROUTE", "_T"), ("UNIT_MEASURE", "PS"));
    }

    private TimePeriod Seen(TimePeriod month)
    {
        last = last is { } known && known > month ? known : month;
        return month;
    }

    private string Joined(ReadOnlySpan<int> key)
    {
        var joined = new StringBuilder();
        foreach (var column in key)
            joined.Append(Encoding.Latin1.GetString(rows[column])).Append('\n');
        return joined.ToString();
    }
}

/// <summary>Codes of a figure that several rows make.</summary>
internal readonly record struct MonthlyKey(
    string Area, string Movement, string Counterpart = "_T", string Citizenship = "_T", string Sex = "_T", string Age = "_T", string Route = "_T");
