using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Remittances;

/// <summary>Money received and sent as countries report it, in the addresses of one language. Made for one request.</summary>
public sealed class MoneyFigures(Site site, Language language, RemittanceChoice choice)
{
    private const int Shown = 15;

    /// <summary>Unit of money.</summary>
    public static Text Dollars { get; } = new("dólares de los Estados Unidos, corrientes", "current US dollars", "dollars des États-Unis, courants");

    /// <summary>Flows of the balance of payments in dollars.</summary>
    internal static Query Balance { get; } = Query.All.Where("FREQ", "A").Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD");

    /// <summary>Received by country.</summary>
    public View? Received() => Of(RemittanceView.Received, "REF_AREA", "COUNTERPART_AREA", new("Remesas recibidas por país", "Remittances received by country", "Envois de fonds reçus par pays"));

    /// <summary>Sent by country.</summary>
    public View? Sent() => Of(RemittanceView.Sent, "COUNTERPART_AREA", "REF_AREA", new("Remesas enviadas por país", "Remittances sent by country", "Envois de fonds émis par pays"));

    /// <summary>What the country chosen receives and sends in all.</summary>
    public IEnumerable<Fact> Facts(Area area)
    {
        if (site.Remittances is not { } money)
            yield break;
        foreach (var (name, total, own) in new[]
        {
            (new Text("Recibe", "Receives", "Reçoit"), "REF_AREA", "COUNTERPART_AREA"),
            (new Text("Envía", "Sends", "Envoie"), "COUNTERPART_AREA", "REF_AREA"),
        })
        {
            var found = money.Select(Balance.Where(total, "_T").Where(own, area.Id).During(TimePeriod.OfYear(choice.Year)));
            var datum = found.Count == 0 ? new Datum(null, 'O', Provenance.Reason(ObservationStatus.O)) : DatumOf(money, found[0]);
            yield return new(name, datum, NumberStyle.Compact, TimePeriod.OfYear(choice.Year), Provenance.Short(money), RemittanceWords.DollarsShort);
        }
    }

    private View? Of(RemittanceView view, string total, string own, Text title)
    {
        if (site.Remittances is not { } money)
            return null;
        var dimension = money.Definition.Dimension(own);
        var known = new Dictionary<string, Datum>();
        foreach (var i in money.Select(Balance.Where(total, "_T").During(TimePeriod.OfYear(choice.Year))))
            known.TryAdd(money.Observations.Code(dimension, i), DatumOf(money, i));
        var missing = new Datum(null, 'O', Provenance.Reason(ObservationStatus.O));
        // Ordered here, so that the table is the same whatever the bars show.
        List<AreaDatum> values =
        [
            .. site.Countries(language).Select(area => new AreaDatum(area, known.GetValueOrDefault(area.Id, missing)))
                .OrderByDescending(one => one.Datum.Value ?? double.NegativeInfinity),
        ];
        if (!values.Exists(one => one.Datum.Value is not null))
            return null;
        var credits = new Credits(
            RemittanceAddresses.Word(view).En, new($"{title.Es}, {choice.Year}", $"{title.En}, {choice.Year}", $"{title.Fr}, {choice.Year}"),
            Dollars, Provenance.Sources(money), [RemittanceWords.AsReported]);
        BarOptions Bars(double width) => new() { Top = Shown, Style = NumberStyle.Compact, Counted = RemittanceWords.CountriesCounted, Href = Href, Width = width };
        FigureTable Table() => new([new(RemittanceWords.Country), new(RemittanceWords.DollarsHead, Dollars, NumberStyle.Whole)], [.. values.Select(one => (Cell[])[Cell.Of(one.Area.ShortName, Href(one.Area)), Cell.Of(one.Datum)])]);
        return new(to => RemittanceAddresses.View(to, view), (choice with { Country = null }).Query, RankedBars.Draw(credits, values, Bars(620), site.Font) with { MakeTable = Table, LinksInTabOrder = false })
        {
            Narrow = RankedBars.Draw(CountryFigures.Narrow(credits), values, Bars(CountryFigures.NarrowWidth), site.Font) with { MakeTable = Table, LinksInTabOrder = false },
        };

        string Href(Area area) => RemittanceAddresses.Remittances(language) + (choice with { Country = area }).Query(language);
    }

    private Datum DatumOf(Dataset money, int i)
    {
        var (status, lineage) = (money.Observations.Statuses[i], Addresses.Observation(language, money, i));
        return status.IsMissing() ? new(null, status.Letter(), Provenance.Reason(status), lineage) : new(money.Plain(i), status.Letter(), Lineage: lineage);
    }
}
