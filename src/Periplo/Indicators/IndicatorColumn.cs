using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>Why a value is missing.</summary>
internal enum Missing : byte
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>The source has no row for the area and year.</summary>
    NoRow,

    /// <summary>The source has a row that says it is missing.</summary>
    InSource,

    /// <summary>The store holds no revision with such figures.</summary>
    NotHeld,

    /// <summary>A denominator is zero.</summary>
    DivisionByZero,
}

/// <summary>Values by area and year, area by area; NaN with a reason where missing.</summary>
internal sealed class Grid
{
    private Grid(int firstYear, int years, double[] values, ObservationStatus[] statuses, Missing[] reasons) =>
        (FirstYear, Years, Values, Statuses, Reasons) = (firstYear, years, values, statuses, reasons);

    public int FirstYear { get; }

    public int Years { get; }

    public double[] Values { get; }

    public ObservationStatus[] Statuses { get; }

    public Missing[] Reasons { get; }

    /// <summary>A grid with nothing in it yet.</summary>
    public static Grid Empty(int firstYear, int years, int areas, Missing reason)
    {
        var (values, statuses, reasons) = (new double[years * areas], new ObservationStatus[years * areas], new Missing[years * areas]);
        Array.Fill(values, double.NaN);
        Array.Fill(statuses, ObservationStatus.O);
        Array.Fill(reasons, reason);
        return new(firstYear, years, values, statuses, reasons);
    }

    /// <summary>The same values so many years later.</summary>
    public Grid Later(int years) => new(FirstYear + years, Years, Values, Statuses, Reasons);

    /// <summary>Puts a value in.</summary>
    public void Set(int at, double value, ObservationStatus status)
    {
        Values[at] = value;
        Statuses[at] = status;
        Reasons[at] = double.IsNaN(value) ? Missing.InSource : Missing.None;
    }

    /// <summary>Says why there is none.</summary>
    public void Miss(int at, Missing reason)
    {
        Values[at] = double.NaN;
        Statuses[at] = ObservationStatus.O;
        Reasons[at] = reason;
    }

    /// <summary>Place of an area and year, or -1 outside the years.</summary>
    public int At(int area, int year) => year < FirstYear || year >= FirstYear + Years ? -1 : (area * Years) + year - FirstYear;
}

/// <summary>Where the figures of a selection came from.</summary>
/// <param name="Dataset">The dataset's id.</param>
/// <param name="Revision">Id of the revision; null where none held has such figures.</param>
/// <param name="Publisher">As to be cited.</param>
/// <param name="Keys">Keys of the figures with <c>{0}</c> where the area stands and <c>{1}</c> where the counterpart does.</param>
/// <param name="Year">The only year, or null.</param>
internal sealed record Origin(string Dataset, string? Revision, Text Publisher, IReadOnlyList<string> Keys, int? Year)
{
    /// <summary>How each area counts in each year, by the places of a grid; null where the dataset does not say.</summary>
    public (Grid Places, string?[] Codes)? DataTypes { get; init; }

    /// <summary>Of a region whose values Periplo added up, the members that were added.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A figure a column was made of, so many years before.</summary>
internal readonly record struct OriginAt(Origin Origin, int Lag);

/// <summary>The values of one measure under one breakdown.</summary>
internal sealed record IndicatorColumn(IndicatorDefinition Indicator, IndicatorKey Key, string Unit, Grid Grid, IReadOnlyList<OriginAt> Origins);

/// <summary>The largest counterparts of each area and year, largest first.</summary>
internal sealed record IndicatorRanking(IndicatorDefinition Indicator, IndicatorKey Key, string Unit, Origin Origin, IReadOnlyDictionary<(int Area, int Year), Ranked[]> Rows)
{
    /// <summary>Last year of each area that has any.</summary>
    public IReadOnlyDictionary<int, int> LatestYear { get; } = Rows.Keys.GroupBy(at => at.Area).ToDictionary(group => group.Key, group => group.Max(at => at.Year));
}

/// <summary>A counterpart and its value.</summary>
internal readonly record struct Ranked(string Counterpart, double Value, ObservationStatus Status);
