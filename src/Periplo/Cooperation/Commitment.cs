using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>A plan or declaration.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Plan, declaration, strategy….</param>
/// <param name="By">Who commits.</param>
/// <param name="Region">Region.</param>
/// <param name="Date">When it was agreed, or null.</param>
/// <param name="Summary">What it says, or null.</param>
/// <param name="Gaps">What the document does not say, or null.</param>
/// <param name="Sources">Where the documents speak of it.</param>
public sealed record Plan(string Id, Text Name, NamedCode Kind, Text By, NamedCode Region, TimePeriod? Date, Text? Summary, Text? Gaps, IReadOnlyList<Citation> Sources)
{
    /// <summary>When its record was written.</summary>
    public DateTimeOffset Written { get; init; }
}

/// <summary>One thing promised, with all that is recorded of it.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">What was promised.</param>
/// <param name="Plan">The plan or declaration.</param>
/// <param name="By">Who promised.</param>
/// <param name="Type">Policy, process, financial….</param>
public sealed record Commitment(string Id, Text Name, Plan Plan, Text By, NamedCode Type)
{
    /// <summary>Ids of the areas it names.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>In whose favour, or null.</summary>
    public Text? Towards { get; init; }

    /// <summary>Its themes.</summary>
    public IReadOnlyList<NamedCode> Themes { get; init; } = [];

    /// <summary>Whether it can be measured.</summary>
    public bool IsMeasurable { get; init; }

    /// <summary>By what it is measured, or null.</summary>
    public Text? Metric { get; init; }

    /// <summary>What is to be reached, or null.</summary>
    public Text? Target { get; init; }

    /// <summary>When it was made, or null.</summary>
    public TimePeriod? Made { get; init; }

    /// <summary>By when it is to be kept, or null. It lasts to the last day of what is written: 2008 ends on 31 December.</summary>
    public TimePeriod? Deadline { get; init; }

    /// <summary>Objectives of the Global Compact, 1 to 23.</summary>
    public IReadOnlyList<string> Gcm { get; init; } = [];

    /// <summary>Targets of the Sustainable Development Goals.</summary>
    public IReadOnlyList<string> Sdg { get; init; } = [];

    /// <summary>The figure that follows it, as <c>DATASET/key</c>, or null.</summary>
    public string? Figure { get; init; }

    /// <summary>Where the documents state it.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>What is done for it.</summary>
    public IReadOnlyList<CommitmentAction> Actions { get; init; } = [];

    /// <summary>What shows whether it advances, oldest first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Statuses that someone declared, oldest first.</summary>
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <summary>The money tied to it.</summary>
    public IReadOnlyList<Allocation> Allocations { get; init; } = [];

    /// <summary>When its record was written.</summary>
    public DateTimeOffset Written { get; init; }

    /// <summary>Whether its deadline lies before <paramref name="date"/>.</summary>
    public bool IsPastDeadline(DateOnly date) => Deadline is { } deadline && deadline.LastDay < date;

    /// <summary>Whether it had been made by <paramref name="date"/>; one without date counts as made.</summary>
    public bool IsMadeBy(DateOnly date) => Made is not { } made || made.FirstDay <= date;
}

/// <summary>How far an action is.</summary>
public enum ActionStatus
{
    /// <summary>Named, not begun.</summary>
    Planned,

    /// <summary>Begun.</summary>
    UnderWay,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>What is done to fulfil a commitment.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">What is done.</param>
/// <param name="Responsible">Who answers for it.</param>
/// <param name="Status">How far it is, as recorded.</param>
/// <param name="StatusName">The same for people.</param>
/// <param name="From">Begin, or null.</param>
/// <param name="To">End, or null.</param>
/// <param name="Sources">Where the documents state it.</param>
public sealed record CommitmentAction(string Id, Text Name, Text Responsible, ActionStatus Status, Text StatusName, TimePeriod? From, TimePeriod? To, IReadOnlyList<Citation> Sources)
{
    /// <summary>Date of the latest document that states it, or null.</summary>
    public TimePeriod? Stated { get; init; }

    /// <summary>How far it was on a date: what is recorded as begun or done later had not begun or was not done then.</summary>
    public ActionStatus On(DateOnly date) => Status switch
    {
        ActionStatus.UnderWay or ActionStatus.Completed when From is { } from && from.FirstDay > date => ActionStatus.Planned,
        ActionStatus.Completed when To is { } to && to.LastDay > date => ActionStatus.UnderWay,
        _ => Status,
    };
}

/// <summary>Which way a piece of evidence points.</summary>
public enum EvidenceDirection
{
    /// <summary>It shows an advance.</summary>
    Supports,

    /// <summary>It shows that nothing advances, or the contrary.</summary>
    Against,

    /// <summary>Neither.</summary>
    Neutral,
}

/// <summary>What shows whether a commitment advances.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">What it shows.</param>
/// <param name="Action">Id of the action it belongs to, or null for the commitment as a whole.</param>
/// <param name="Direction">Which way it points.</param>
/// <param name="DirectionName">The same for people.</param>
/// <param name="Strength">Statement, document or measured.</param>
/// <param name="Date">Its date.</param>
/// <param name="Assessor">Who says so, or null.</param>
/// <param name="Sources">Where it is.</param>
public sealed record Evidence(string Id, Text Name, string? Action, EvidenceDirection Direction, Text DirectionName, NamedCode Strength, TimePeriod Date, Text? Assessor, IReadOnlyList<Citation> Sources);

/// <summary>A status that someone declares, with the reason.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Status">The status.</param>
/// <param name="Date">Its date.</param>
/// <param name="Rationale">Reason.</param>
/// <param name="Assessor">Who declares it.</param>
/// <param name="Sources">Where it is.</param>
public sealed record Assessment(string Id, CommitmentStatus Status, TimePeriod Date, Text Rationale, Text Assessor, IReadOnlyList<Citation> Sources);

/// <summary>Money tied to a commitment.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Fund">The fund, or null.</param>
/// <param name="Project">The project, or null.</param>
/// <param name="Share">Percent of it that pays for the commitment, or null when no document says.</param>
/// <param name="Basis">What the link rests on.</param>
/// <param name="Sources">Where the documents state it.</param>
public sealed record Allocation(string Id, Fund? Fund, Project? Project, decimal? Share, Text Basis, IReadOnlyList<Citation> Sources);

/// <summary>What a report recommended.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">The recommendation.</param>
/// <param name="To">To whom.</param>
/// <param name="Themes">Its themes.</param>
/// <param name="Date">When.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="FateNote">How that is known, or null.</param>
/// <param name="FateSources">Where that is told.</param>
/// <param name="Sources">Where it was recommended.</param>
public sealed record Recommendation(string Id, Text Name, Text To, IReadOnlyList<NamedCode> Themes, TimePeriod Date, NamedCode Fate, Text? FateNote, IReadOnlyList<Citation> FateSources, IReadOnlyList<Citation> Sources);
