using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>A project, or several told together where the document gives only their total.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">Name.</param>
/// <param name="Portfolio">The portfolio it belongs to.</param>
/// <param name="Count">Projects the record stands for.</param>
/// <param name="Region">Region, or null when the document does not say.</param>
/// <param name="Areas">Ids of its areas.</param>
/// <param name="Themes">Its themes.</param>
public sealed record Project(string Id, Text Name, string Portfolio, int Count, NamedCode? Region, IReadOnlyList<string> Areas, IReadOnlyList<NamedCode> Themes)
{
    /// <summary>Who carries it out, or null.</summary>
    public Text? Implementer { get; init; }

    /// <summary>With whom, or null.</summary>
    public Text? Partners { get; init; }

    /// <summary>Its budget, or null when the document gives none: missing, not zero.</summary>
    public Money? Amount { get; init; }

    /// <summary>What must be known of the money, or null.</summary>
    public Text? AmountNote { get; init; }

    /// <summary>The fund that pays, or null.</summary>
    public Fund? Fund { get; init; }

    /// <summary>What it does, or null.</summary>
    public Text? Summary { get; init; }

    /// <summary>Where the documents state it.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>Whether the record stands for projects that the document does not describe one by one.</summary>
    public bool IsAggregate => Count > 1;
}

/// <summary>Money set aside.</summary>
/// <param name="Id">Id of its record.</param>
/// <param name="Name">Name.</param>
/// <param name="Donor">Who gives.</param>
/// <param name="Manager">Who manages it, or null.</param>
/// <param name="Amount">How much, or null when the document does not say.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Region">Region, or null.</param>
/// <param name="Status">Proposed, announced or operating.</param>
/// <param name="Note">What must be known of it, or null.</param>
/// <param name="Sources">Where the documents state it.</param>
public sealed record Fund(string Id, Text Name, Text Donor, Text? Manager, Money? Amount, TimePeriod? Date, NamedCode? Region, NamedCode Status, Text? Note, IReadOnlyList<Citation> Sources);

/// <summary>Amounts added currency by currency: nothing is converted, and nothing of one currency is added to another.</summary>
/// <param name="Sums">A sum for each currency, in the order of their codes.</param>
/// <param name="Stated">How many amounts are in the sums.</param>
/// <param name="Missing">How many the documents do not give. They are not zero: the sums are minima where there are any.</param>
public sealed record MoneySums(IReadOnlyList<Money> Sums, int Stated, int Missing)
{
    /// <summary>Adds amounts.</summary>
    public static MoneySums Of(IReadOnlyList<Money?> amounts)
    {
        var stated = amounts.OfType<Money>().ToList();
        return new(
            [.. stated.GroupBy(money => money.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Money(group.Sum(money => money.Value), group.Key))],
            stated.Count,
            amounts.Count - stated.Count);
    }

    /// <summary>The sum in a currency, or null.</summary>
    public decimal? In(string currency) => Sums.FirstOrDefault(money => money.Currency == currency)?.Value;
}

/// <summary>How many projects have a code, and how many of those are described one by one.</summary>
/// <param name="Code">The code; null for projects whose document does not give one.</param>
/// <param name="Described">Projects with a record of their own.</param>
/// <param name="Aggregate">Projects inside aggregate records.</param>
public sealed record ProjectCount(NamedCode? Code, int Described, int Aggregate)
{
    /// <summary>Both.</summary>
    public int All => Described + Aggregate;
}

/// <summary>Projects counted: one record may stand for many of them.</summary>
/// <param name="Projects">The records.</param>
public sealed record Portfolio(IReadOnlyList<Project> Projects)
{
    /// <summary>Number of projects, those inside aggregate records among them.</summary>
    public int Count => Projects.Sum(project => project.Count);

    /// <summary>Those with a record of their own.</summary>
    public IReadOnlyList<Project> Described => [.. Projects.Where(project => !project.IsAggregate)];

    /// <summary>Records that stand for several.</summary>
    public IReadOnlyList<Project> Aggregates => [.. Projects.Where(project => project.IsAggregate)];

    /// <summary>
    /// The money. The amount of an aggregate record is what the document gives for the whole portfolio, so records of the
    /// same portfolio without an amount are inside it and not missing.
    /// </summary>
    public MoneySums Money => MoneySums.Of([.. Projects
        .Where(project => project.Amount is not null || !Projects.Any(whole => whole.IsAggregate && whole.Amount is not null && whole.Portfolio == project.Portfolio))
        .Select(project => project.Amount)]);

    /// <summary>Projects by region, most first, those without region last.</summary>
    public IReadOnlyList<ProjectCount> ByRegion => Counts(project => project.Region is { } region ? [region] : []);

    /// <summary>Projects by theme. One of several themes counts under each, so the counts add up to more than the projects.</summary>
    public IReadOnlyList<ProjectCount> ByTheme => Counts(project => project.Themes);

    /// <summary>The portfolios, each with its projects, in the order of size.</summary>
    public IReadOnlyList<(string Name, Portfolio Portfolio)> ByPortfolio =>
        [.. Projects.GroupBy(project => project.Portfolio).Select(group => (group.Key, new Portfolio([.. group])))
            .OrderByDescending(one => one.Item2.Count).ThenBy(one => one.Key, StringComparer.Ordinal)];

    /// <summary>Those of one portfolio.</summary>
    public Portfolio Of(string portfolio) => new([.. Projects.Where(project => project.Portfolio == portfolio)]);

    private List<ProjectCount> Counts(Func<Project, IReadOnlyList<NamedCode>> codes)
    {
        var counts = new Dictionary<NamedCode, ProjectCount>();
        var none = new ProjectCount(null, 0, 0);
        foreach (var project in Projects)
        {
            var (described, aggregate) = project.IsAggregate ? (0, project.Count) : (1, 0);
            var all = codes(project);
            if (all.Count == 0)
                none = none with { Described = none.Described + described, Aggregate = none.Aggregate + aggregate };
            foreach (var code in all)
            {
                var count = counts.GetValueOrDefault(code) ?? new(code, 0, 0);
                counts[code] = count with { Described = count.Described + described, Aggregate = count.Aggregate + aggregate };
            }
        }

        List<ProjectCount> ordered = [.. counts.Values.OrderByDescending(count => count.All).ThenBy(count => count.Code!.Id, StringComparer.Ordinal)];
        if (none.All > 0)
            ordered.Add(none);
        return ordered;
    }
}
