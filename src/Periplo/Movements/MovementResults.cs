namespace Periplo.Movements;

/// <summary>All that was counted of the crossings of an observation: raw, and only to be published through <see cref="MovementPublication"/>.</summary>
/// <param name="Countries">Reporting countries of the cells.</param>
/// <param name="Span">Days observed.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Cells">Counts by cell.</param>
/// <param name="Decided">Long-term migrations decided, by the age at which they were.</param>
/// <param name="Undecided">Crossings undecided at each age, and what became of them.</param>
public sealed record MovementResults(
    ReportingCountries Countries,
    ObservationSpan Span,
    MovementRule Rule,
    CellCounts Cells,
    IReadOnlyList<DecidedCell> Decided,
    IReadOnlyList<UndecidedCell> Undecided)
{
    /// <summary>First month that may be published: the first that begins a threshold after the start of observation. Before it the status rests on declarations.</summary>
    public int FirstMonth { get; } = FirstMonthOf(Span, Rule);

    /// <summary>Age in months from which a month is final.</summary>
    public int FinalAge { get; } = ProvisionalTally.FinalAge(Rule);

    /// <summary>Last month that is final; before <see cref="FirstMonth"/> where none is.</summary>
    public int LastFinalMonth => Span.CompleteMonths - 1 - FinalAge;

    /// <summary>First month whose provisional figures are followed: the last seven years tell enough of how figures are revised.</summary>
    public int FirstCohort { get; } = FirstCohortOf(Span, Rule);

    internal static int FirstCohortOf(ObservationSpan span, MovementRule rule) => Math.Max(FirstMonthOf(span, rule), span.CompleteMonths - 84);

    internal static int FirstMonthOf(ObservationSpan span, MovementRule rule)
    {
        var month = 0;
        while (span.FirstDayOf(month) < span.FirstDay + rule.Criterion.Threshold)
            month++;
        return month;
    }
}
