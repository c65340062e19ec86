using Periplo.Areas;
using Periplo.Flows;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <content>The tiles.</content>
public sealed partial class FlowFigures
{
    /// <summary>The total, its share of the population of the world and how it stands against the fewest moves possible; of a country what left and arrived.</summary>
    public IEnumerable<Fact> Facts()
    {
        if (choice.Area is { } area && !site.FlowRegions.IsRegion(area.Id))
        {
            foreach (var fact in Facts(area))
                yield return fact;
        }

        yield return Fact(FlowWords.Total, selection.Table.Total, FlowWords.Persons);
        yield return ShareOfWorld();
        var total = selection.Table.Total;
        var minimum = choice.Key with { Method = FlowMethod.ClosedMinimum };
        yield return choice.Flows.Total(minimum) is > 0 and { } fewest
            ? new(During(FlowWords.OfMinimum), new(total.Persons / fewest, 'E', Lineage: Lineage(total.Observation)), new(NumberForm.Plain, 2), null, Source, FlowWords.OfMinimumUnit) { Denominator = Lineage(choice.Flows.TotalObservation(minimum)) }
            : Missing(FlowWords.OfMinimum, FlowWords.NoMinimum);
    }

    /// <summary>What left a country, what arrived, and the difference.</summary>
    public IEnumerable<Fact> Facts(Area area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var (sent, received) = (selection.Table.Sent(area.Id), selection.Table.Received(area.Id));
        if (sent is not null)
            yield return Fact(FlowWords.Left, sent, FlowWords.Persons);
        if (received is not null)
            yield return Fact(FlowWords.Arrived, received, FlowWords.Persons);
        if (sent is not null && received is not null)
            yield return new(During(FlowWords.Net), new(received.Persons - sent.Persons, 'E'), NumberStyle.Compact, null, Source, choice.Key.Method.NeedsVitalEvents() ? FlowWords.Persons : FlowWords.NotAccounted);
    }

    // A tile has room for one year; these are of several.
    private Text During(Text label) => Text.Same("{0}, {1}").With(label, FlowWords.Period(choice.Key.Period));

    private Text Source => Provenance.Short(Dataset);

    private string Lineage(int observation) => Addresses.Observation(language, Dataset, observation);

    private Fact Fact(Text label, EstimatedFlow flow, Text unit) => new(
        During(label), DatumOf(flow), NumberStyle.Compact, null, Source,
        flow.Interval is { } interval ? Text.Same("{0}, {1}").With(unit, Range(interval)) : unit);

    private static Fact Missing(Text label, Text why) => new(label, new(null, 'O', why), NumberStyle.Compact, null, why, Text.Same(""));

    /// <summary>Moves of the period per hundred people living in the world in its middle.</summary>
    private Fact ShareOfWorld()
    {
        var middle = TimePeriod.OfYear((choice.Key.Period.First + choice.Key.Period.Last) / 2);
        var total = selection.Table.Total;
        if (site.Demography is not { } demography)
            return Missing(FlowWords.OfWorld, FlowWords.NoPopulation);
        var found = demography.Select(Query.All.Where("REF_AREA", "001").Where("MEASURE", "POP_MID").Where("SEX", choice.Key.Sex).During(middle));
        return found.Count == 1 && demography.Plain(found[0]) is > 0 and var people
            ? new(During(FlowWords.OfWorld), new(100 * total.Persons / people, 'E', Lineage: Lineage(total.Observation)), new(NumberForm.Percent, 2), null, Text.Same("{0} ÷ {1}").With(Source, Provenance.Short(demography)), FlowWords.InYears.With(choice.Key.Period.Years))
            {
                Denominator = Addresses.Observation(language, demography, found[0]),
            }
            : Missing(FlowWords.OfWorld, FlowWords.NoPopulation);
    }
}
