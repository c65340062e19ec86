using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Profiles;

/// <summary>A revision of a dataset that an edition took its figures from.</summary>
/// <param name="Dataset">Id of the dataset.</param>
/// <param name="Revision">Id of the revision.</param>
/// <param name="Hash">SHA-256 of its content when it was frozen: figures added to it later make it another.</param>
public sealed record FrozenRevision(string Dataset, string Revision, string Hash);

/// <summary>A frozen set of revisions from which profiles are made, all of one cut-off and release.</summary>
/// <param name="Id">Its code: <c>2026</c>.</param>
/// <param name="Name">Its name: Edición 2026.</param>
/// <param name="Cutoff">The day after which nothing was taken in; what is counted as of a day is as of it.</param>
/// <param name="Software">Release of the software.</param>
/// <param name="Revisions">The revisions, by dataset.</param>
/// <param name="Records">Number of the last entry of the log of registers it holds.</param>
public sealed record Edition(string Id, Text Name, DateOnly Cutoff, string Software, IReadOnlyList<FrozenRevision> Revisions, long Records)
{
    /// <summary>Code of the edition that is not frozen: the latest revisions as they are held.</summary>
    public const string WorkingId = "working";

    /// <summary>True when later imports do not change it.</summary>
    public bool IsFrozen => Id != WorkingId;

    /// <summary>The latest revisions as they are held on a day.</summary>
    public static Edition Working(DateOnly day, string software, IReadOnlyList<FrozenRevision> revisions, long records) => new(
        WorkingId, new("Edición de trabajo, sin congelar", "Working edition, not frozen", "Édition de travail, non figée"), day, software, revisions, records);
}

/// <summary>That a named office stands behind an edition of an area's profile.</summary>
/// <param name="Edition">Code of the edition.</param>
/// <param name="Area">Id of the area.</param>
/// <param name="Office">The office, never a person.</param>
/// <param name="Date">When.</param>
/// <param name="Note">What it said with it, or null.</param>
public sealed record EditionValidation(string Edition, string Area, Text Office, TimePeriod Date, Text? Note);

/// <summary>What an office says of a section; kept beside the edition, which it does not change.</summary>
/// <param name="Edition">Code of the edition.</param>
/// <param name="Area">Id of the area.</param>
/// <param name="Section">The section.</param>
/// <param name="Office">Who comments: an office, never a person.</param>
/// <param name="Date">When.</param>
/// <param name="Words">The comment.</param>
/// <param name="Answer">What was done about it, or null.</param>
public sealed record SectionComment(string Edition, string Area, SectionKind Section, Text Office, TimePeriod Date, Text Words, Text? Answer);

/// <summary>Where an edition of an area's profile stands: a draft until an office has validated it.</summary>
/// <param name="Validations">Who validated it, earliest first.</param>
/// <param name="Comments">What was said of its sections, earliest first.</param>
public sealed record EditionStanding(IReadOnlyList<EditionValidation> Validations, IReadOnlyList<SectionComment> Comments)
{
    /// <summary>Nobody has said anything.</summary>
    public static EditionStanding Draft { get; } = new([], []);

    /// <summary>True until a named office has validated it.</summary>
    public bool IsDraft => Validations.Count == 0;

    /// <summary>The standing in words.</summary>
    public Text Words => Validations is not [.., var last]
        ? new("Borrador: ninguna oficina del país lo ha validado todavía.", "Draft: no office of the country has validated it yet.", "Brouillon : aucun service du pays ne l’a encore validé.")
        : new(
            $"Validado por {last.Office.Es}, {DateWords.In(last.Date).Es}.",
            $"Validated by {last.Office.En}, {DateWords.In(last.Date).En}.",
            $"Validé par {last.Office.Fr}, {DateWords.In(last.Date).Fr}.");
}
