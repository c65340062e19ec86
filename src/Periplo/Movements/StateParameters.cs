using System.Globalization;
using System.Text;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>Everything that decides what a state holds beside the crossings and the end of observation. A state made under others is of no use.</summary>
/// <param name="Countries">Reporting countries in order, and their clocks.</param>
/// <param name="From">First day observed.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Settings">What is decided of tables.</param>
/// <param name="TimeZones">Release of the tz database by which clocks were read; of no account where all clocks are fixed.</param>
public sealed record StateParameters(ReportingCountries Countries, DateOnly From, MovementRule Rule, TableSettings Settings, string TimeZones)
{
    /// <summary>The days observed to an end, excluded.</summary>
    /// <exception cref="StatisticsException">The span is not possible.</exception>
    public ObservationSpan Span(DateOnly end) => new(From, end);

    /// <summary>All parameters as text, a line each; equal texts are equal parameters.</summary>
    public string Describe()
    {
        var criterion = Rule.Criterion;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"from {From:yyyy-MM-dd}\n");
        text.Append(CultureInfo.InvariantCulture, $"criterion {criterion.Threshold} of {criterion.Window} slack {criterion.Slack}{(criterion.Backward ? " backward" : "")}\n");
        text.Append(CultureInfo.InvariantCulture, $"duplicates {Rule.DuplicateSeconds} gap {Rule.Gap}\n");
        text.Append(CultureInfo.InvariantCulture, $"countries {string.Join(' ', Countries.All.Select(country => $"{country.Area}={country.Clock.Name}"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"posts {string.Join(' ', Countries.Posts.OrderBy(post => post.Key).Select(post => $"{post.Key}={post.Value.Name}"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"migrants {string.Join(' ', Settings.MigrantPurposes.Order())}\n");
        text.Append(CultureInfo.InvariantCulture, $"transit {string.Join(' ', Settings.TransitPurposes.Order())}\n");
        text.Append(CultureInfo.InvariantCulture, $"border workers {Settings.BorderWorkerCrossings}\n");
        if (Countries.Posts.Values.Concat(Countries.All.Select(country => country.Clock)).Any(clock => !clock.IsFixed))
            text.Append(CultureInfo.InvariantCulture, $"time zones {TimeZones}\n");
        return text.ToString();
    }

    /// <summary>Refuses a state made under other parameters.</summary>
    internal void Demand(string described)
    {
        if (described == Describe())
            return;
        var (before, now) = (described.Split('\n'), Describe().Split('\n'));
        var at = Enumerable.Range(0, Math.Max(before.Length, now.Length)).First(line => before.ElementAtOrDefault(line) != now.ElementAtOrDefault(line));
        var (old, current) = (before.ElementAtOrDefault(at) ?? "", now.ElementAtOrDefault(at) ?? "");
        throw new StatisticsException(new Text(
            $"El estado guardado se hizo con otros parámetros («{old}» en lugar de «{current}»): hay que hacerlo de nuevo a partir de los cruces.",
            $"The stored state was made under other parameters (\"{old}\" instead of \"{current}\"): it must be made anew from the crossings.",
            $"L’état conservé a été fait avec d’autres paramètres (« {old} » au lieu de « {current} ») : il faut le refaire à partir des passages."));
    }
}
