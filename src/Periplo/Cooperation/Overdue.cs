namespace Periplo.Cooperation;

/// <summary>Commitments whose deadline has passed on a date, each number beside what it is a part of.</summary>
/// <param name="On">The date.</param>
/// <param name="Commitments">Commitments made by then.</param>
/// <param name="WithDeadline">Those of them that have a deadline.</param>
/// <param name="Past">Those of these whose deadline lies before the date, earliest deadline first.</param>
public sealed record Overdue(DateOnly On, int Commitments, int WithDeadline, StatusTally Past)
{
    /// <summary>Past their deadline and known not to be completed nor abandoned.</summary>
    public IReadOnlyList<Standing> Open => [.. Past.Standings.Where(standing => standing.Status is CommitmentStatus.Delayed or CommitmentStatus.UnderWay or CommitmentStatus.NotStarted)];

    /// <summary>Past their deadline and nothing is known: not counted as late, nor as done.</summary>
    public IReadOnlyList<Standing> Unknown => [.. Past.Standings.Where(standing => standing.Status == CommitmentStatus.NoInformation)];

    /// <summary>The list on a date. A commitment made later is not among its denominators.</summary>
    public static Overdue Of(IEnumerable<Commitment> commitments, DateOnly on)
    {
        var made = commitments.Where(commitment => commitment.IsMadeBy(on)).ToList();
        return new(on, made.Count, made.Count(commitment => commitment.Deadline is not null), new([.. made
            .Where(commitment => commitment.IsPastDeadline(on))
            .OrderBy(commitment => commitment.Deadline!.Value.LastDay).ThenBy(commitment => commitment.Id, StringComparer.Ordinal)
            .Select(commitment => Standing.Of(commitment, on))]));
    }
}
