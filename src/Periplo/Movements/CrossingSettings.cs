using Periplo.Languages;

namespace Periplo.Movements;

/// <summary>
/// What an installation decided for the folder in which it keeps single crossings: on what legal basis and how long it keeps
/// them, who reports, and by which rules they become figures. Written as <c>crossings.yaml</c> (docs/crossings-folder.md).
/// </summary>
public sealed record CrossingSettings
{
    /// <summary>Fewest persons a published cell may be allowed to have; <see cref="MinimumCount"/> is never less.</summary>
    public const int LeastMinimumCount = 3;

    /// <summary>The law or agreement under which single crossings are kept.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Months after which a crossing is removed; never less than the window of the criterion.</summary>
    public required int RetentionMonths { get; init; }

    /// <summary>File of the key that replaces persons; outside the folder and away from the public store.</summary>
    public required string KeyFile { get; init; }

    /// <summary>First day of observation, on the clocks of the posts.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Countries that report, in the order in which crossings number them; new ones are added at the end.</summary>
    public required ReportingCountries Countries { get; init; }

    /// <summary>Names of posts, by number.</summary>
    public IReadOnlyDictionary<ushort, Text> PostNames { get; init; } = new Dictionary<ushort, Text>();

    /// <summary>Criterion of residence, duplicate interval and gap rule.</summary>
    public MovementRule Rule { get; init; } = MovementRule.M1;

    /// <summary>Fewest persons in a published cell, at least <see cref="LeastMinimumCount"/>.</summary>
    public int MinimumCount { get; init; } = 10;

    /// <summary>Purposes, by number, that make a stay of 3 to 12 months a short-term migration; none when the installation does not know.</summary>
    public IReadOnlyList<byte> MigrantPurposes { get; init; } = [];

    /// <summary>Purposes, by number, that are transit.</summary>
    public IReadOnlyList<byte> TransitPurposes { get; init; } = [];

    /// <summary>Same-day crossings in a month from which a person counts as a cross-border worker.</summary>
    public int CrossBorderCrossings { get; init; } = 8;

    /// <summary>Whether numbers of documents are kept, replaced like persons; otherwise they are dropped.</summary>
    public bool KeepDocuments { get; init; }

    /// <summary>Source of the datasets made from the crossings, first part of their revision: <c>INM</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Who publishes those datasets, as to be cited.</summary>
    public required Text Publisher { get; init; }

    /// <summary>Where they are published; may be empty.</summary>
    public string Url { get; init; } = "";

    /// <summary>Licence of those datasets.</summary>
    public required string Licence { get; init; }
}
