namespace Periplo.Movements;

/// <summary>
/// What a crossing turned out to be (rule set M1, docs/methods/movements.md). Read by direction: <c>RET</c> of an entry is a
/// resident coming home, of an exit a non-resident leaving; <c>SAMEDAY</c>, <c>VISIT</c>, <c>SHORT</c> of an entry are visits to the
/// country, of an exit trips of residents abroad. Never summed over direction.
/// </summary>
public enum Category : byte
{
    /// <summary>Long-term migration: the status changed.</summary>
    LT,

    /// <summary>Undecided: the window is not complete.</summary>
    UNK,

    /// <summary>Status unknown, but certainly not a migration.</summary>
    NLU,

    /// <summary>The status was kept and the direction is homeward.</summary>
    RET,

    /// <summary>Not a migration; the other side was left the same day.</summary>
    SAMEDAY,

    /// <summary>Not a migration; less than 90 days on the other side.</summary>
    VISIT,

    /// <summary>Not a migration; 90 to 364 days on the other side.</summary>
    SHORT,

    /// <summary>Not a migration; no end, a missing end, or an end a year or more later.</summary>
    OPEN,
}
