using Periplo.Sdmx;

namespace Periplo.Exchange;

/// <summary>The day of its period a figure is of, where it is of one (REF_DATE).</summary>
public enum ReferenceDay
{
    /// <summary>Of the whole period.</summary>
    None,

    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>1 July.</summary>
    MidYear,

    /// <summary>The last day of the period.</summary>
    End,
}

/// <summary>Which day the figures of a dataset are of. The datasets say so themselves (docs/datasets.md); this says it to machines.</summary>
public static class ReferenceDays
{
    /// <summary>The day of a measure of a dataset.</summary>
    /// <param name="dataset">Id of the dataset.</param>
    /// <param name="measure">Code of its measure dimension.</param>
    public static ReferenceDay Of(string dataset, string measure) => (dataset, measure) switch
    {
        ("STOCK", "GROWTH" or "REF_GROWTH") => ReferenceDay.None,
        ("STOCK", _) => ReferenceDay.MidYear,
        ("DEMOGRAPHY", "POP_MID") => ReferenceDay.MidYear,
        ("DEMOGRAPHY", "POP_JAN1") => ReferenceDay.NewYear,
        ("POPULATION_SCENARIOS", "POP" or "POP_BROAD" or "OADR" or "CDR" or "PSR" or "MEDIAN_AGE" or "POADR") => ReferenceDay.MidYear,
        ("DISPLACED" or "INTERNAL_DISPLACEMENT", "STOCK") => ReferenceDay.End,
        ("RESIDENTS", _) => ReferenceDay.End,
        _ => ReferenceDay.None,
    };

    /// <summary>The day within a period; null where there is none.</summary>
    public static DateOnly? In(this ReferenceDay day, TimePeriod period) => day switch
    {
        ReferenceDay.NewYear => new DateOnly(period.Year, 1, 1),
        ReferenceDay.MidYear => new DateOnly(period.Year, 7, 1),
        ReferenceDay.End => period.LastDay,
        _ => null,
    };
}
