namespace Periplo.Disclosure;

/// <summary>Whether a cell is published, and if not, why.</summary>
public enum Suppression : byte
{
    /// <summary>Published.</summary>
    Published,

    /// <summary>Suppressed because its count is above zero and below the minimum.</summary>
    Primary,

    /// <summary>Suppressed so that no other can be worked out.</summary>
    Complementary,

    /// <summary>Suppressed because it was in an earlier vintage and has hardly changed since.</summary>
    Carried,

    /// <summary>In no table at all: it only stands in sums, as what is left of a whole when a published part is taken off.</summary>
    NeverPublished,
}

/// <summary>What an earlier vintage of the same figures has told of a cell.</summary>
public enum EarlierVintage : byte
{
    /// <summary>Nothing, or its count has changed by the minimum or more.</summary>
    None,

    /// <summary>It was suppressed, and its count has changed by less than the minimum.</summary>
    Suppressed,

    /// <summary>It was published, and its count has changed by less than the minimum: to suppress it now hides little.</summary>
    Published,
}

/// <summary>Which cells of linked tables are suppressed, and what shows that nobody can work them out.</summary>
/// <param name="Cells">For each cell whether it is published.</param>
/// <param name="Least">For each cell the least count it has in tables that agree with everything published; its count where it is published.</param>
/// <param name="Greatest">For each cell the greatest such count. An attacker's interval holds <paramref name="Least"/> and <paramref name="Greatest"/>, and may be wider.</param>
/// <param name="Everything">True when no smaller pattern was found and all counts above zero that hang together were suppressed.</param>
public sealed record SuppressionPattern(Suppression[] Cells, long[] Least, long[] Greatest, bool Everything)
{
    /// <summary>True when the cell is suppressed, for whatever reason.</summary>
    public bool IsSuppressed(int cell) => Cells[cell] != Suppression.Published;
}
