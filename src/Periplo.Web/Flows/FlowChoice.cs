using System.Globalization;
using Periplo.Areas;
using Periplo.Flows;
using Periplo.Languages;

namespace Periplo.Web.Flows;

/// <summary>What the page of flows is asked to show.</summary>
/// <param name="Flows">The revision.</param>
/// <param name="Key">Period, method and sex.</param>
/// <param name="Area">A region of M49 opened to its countries, a country, or null for the regions of the world.</param>
/// <param name="Threshold">The least flow drawn, or null for one that suits the picture.</param>
public sealed record FlowChoice(EstimatedFlows Flows, EstimateKey Key, Area? Area, double? Threshold)
{
    /// <summary>Thresholds that may be chosen.</summary>
    public static IReadOnlyList<int> Thresholds { get; } = [0, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000];

    /// <summary>Revisions that may be chosen, latest first.</summary>
    public required IReadOnlyList<EstimatedFlows> Revisions { get; init; }

    /// <summary>Methods of the revision, in the order they are shown.</summary>
    public IReadOnlyList<FlowMethod> Methods => [.. Flows.Keys.Select(key => key.Method).Distinct().Order()];

    /// <summary>Sexes of the revision, both first.</summary>
    public IReadOnlyList<string> Sexes => [.. FlowSettings.Sexes.Where(sex => Flows.Keys.Any(key => key.Sex == sex))];

    /// <summary>The query that leads here: only what differs from what is shown unasked.</summary>
    public string Query(Language language)
    {
        var usual = Usual(Flows);
        var parts = new List<string>(6);
        void Add(Text name, string value) => parts.Add($"{name.In(language)}={value}");
        if (Area is not null)
            Add(FlowAddresses.AreaWord, Area.Id);
        if (Key.Period != usual.Period)
            Add(FlowAddresses.PeriodWord, WordOf(Key.Period));
        if (Key.Method != usual.Method)
            Add(FlowAddresses.MethodWord, Key.Method.Id());
        if (Key.Sex != usual.Sex)
            Add(FlowAddresses.SexWord, WordOf(Key.Sex).In(language));
        if (Threshold is { } threshold)
            Add(FlowAddresses.ThresholdWord, threshold.ToString("0"));
        if (Flows != Revisions[0])
            Add(FlowAddresses.RevisionWord, Flows.Dataset.Revision.Id);
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    /// <summary>The table shown unasked: the latest period of five years, the method that comes nearest to known flows, both sexes.</summary>
    public static EstimateKey Usual(EstimatedFlows flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return flows.Keys.OrderByDescending(key => key.Period.Years).ThenByDescending(key => key.Period.First)
            .ThenByDescending(key => key.Method == FlowMethod.PseudoBayes).ThenByDescending(key => key.Sex == "_T").ThenByDescending(key => key.Method).ThenBy(key => key.Sex, StringComparer.Ordinal).First();
    }

    /// <summary>A period in a query: <c>2015-2020</c>.</summary>
    public static string WordOf(FlowPeriod period) => $"{period.First}-{period.Last}";

    /// <summary>A sex in a query.</summary>
    public static Text WordOf(string sex) => sex switch
    {
        "F" => new("mujeres", "women", "femmes"),
        "M" => new("hombres", "men", "hommes"),
        _ => new("todos", "all", "tous"),
    };

    /// <summary>What a query asks for; null when the store has no estimates, or with <paramref name="refused"/> when it was not understood or there is no such table.</summary>
    /// <param name="site">The site.</param>
    /// <param name="language">Language of the query.</param>
    /// <param name="query">The query.</param>
    /// <param name="refused">Says what was not understood, or null.</param>
    public static FlowChoice? Of(Site site, Language language, IQueryCollection query, out Text? refused)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(query);
        refused = null;
        var revisions = site.Flows;
        if (revisions.Count == 0)
            return null;
        string Asked(Text name) => query[name.In(language)].ToString();
        var flows = Chosen(revisions, one => one.Dataset.Revision.Id, Asked(FlowAddresses.RevisionWord), revisions[0], ref refused);
        var usual = Usual(flows);
        var key = new EstimateKey(
            Chosen(flows.Periods, WordOf, Asked(FlowAddresses.PeriodWord), usual.Period, ref refused),
            Chosen(FlowMethods.All, method => method.Id(), Asked(FlowAddresses.MethodWord), usual.Method, ref refused),
            Chosen(FlowSettings.Sexes, sex => WordOf(sex).In(language), Asked(FlowAddresses.SexWord), usual.Sex, ref refused));
        double? threshold = Asked(FlowAddresses.ThresholdWord) is { Length: > 0 } least
            ? Chosen(Thresholds, one => one.ToString(CultureInfo.InvariantCulture), least, 0, ref refused)
            : null;
        Area? area = null;
        if (Asked(FlowAddresses.AreaWord) is { Length: > 0 } code)
        {
            area = site.Areas.Find(code);
            if (area is null || (area.Kind is not (AreaKind.Country or AreaKind.Composite) && !site.FlowRegions.IsRegion(area.Id)))
                refused ??= Endpoints.Unknown(site, code) ?? FlowWords.NoSuchArea;
        }

        if (refused is null && !flows.Has(key))
            refused = FlowWords.NoSuchTable.With(key.Period, key.Method.Name(), FlowWords.Sex(key.Sex), Held(flows, key));
        return refused is null ? new(flows, key, area, threshold) { Revisions = revisions } : null;
    }

    /// <summary>What there is in place of a table that there is not.</summary>
    private static Text Held(EstimatedFlows flows, EstimateKey key)
    {
        string Listed(Language language) => string.Join("; ", flows.Keys.Where(one => one.Period == key.Period && (one.Method == key.Method || one.Sex == key.Sex))
            .OrderBy(one => one.Method != key.Method).ThenBy(one => one.Method).ThenByDescending(one => one.Sex == "_T").Take(4).Select(one => $"{one.Method.Name().In(language)}, {FlowWords.Sex(one.Sex).In(language)}"));
        return new(Listed(Language.Es), Listed(Language.En), Listed(Language.Fr));
    }

    private static T Chosen<T>(IReadOnlyList<T> offered, Func<T, string> word, string asked, T usual, ref Text? refused)
    {
        if (asked.Length == 0)
            return usual;
        foreach (var one in offered)
        {
            if (word(one) == asked)
                return one;
        }

        refused ??= FlowWords.CannotBeChosen.With(asked.Length > 40 ? $"{asked[..40]}…" : asked);
        return usual;
    }
}
