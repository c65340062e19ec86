using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <content>Which views there are, told without drawing them.</content>
public sealed partial class CountryFigures
{
    /// <summary>True when the store has something to show in a view.</summary>
    public bool Has(CountryView view) => view switch
    {
        CountryView.Origins or CountryView.OriginsMap or CountryView.Revisions => immigrants.Count > 0,
        CountryView.Destinations or CountryView.DestinationsMap => emigrants.Count > 0,
        CountryView.Series => immigrants.Count + emigrants.Count > 0,
        CountryView.NetMigration => site.Demography?.Select(Query.All.Where("REF_AREA", area.Id).Where("MEASURE", "NET_MIG").Where("SEX", "_T")).Count > 0,
        CountryView.Displaced => DisplacedTypes.Any(type => AnyOf(type, "REF_AREA") || (type is "REF" or "ASY" && AnyOf(type, "COUNTERPART_AREA"))),
        CountryView.Remittances => site.Remittances is { } remittances && (HasRemittances(remittances, "REF_AREA", "COUNTERPART_AREA") || HasRemittances(remittances, "COUNTERPART_AREA", "REF_AREA")),
        _ => false,
    };

    private static readonly string[] DisplacedTypes = ["REF", "ASY", "OIP", "IDP", "STA"];

    private bool AnyOf(string type, string dimension) =>
        DisplacedTotals(type, [(dimension, area.Id), (dimension == "REF_AREA" ? "COUNTERPART_AREA" : "REF_AREA", "*")]).Values.Any(total => total.Value > 0);

    private bool HasRemittances(Dataset remittances, string own, string other) => remittances
        .Select(Query.All.Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD").Where(own, area.Id).Where(other, "_T"))
        .Any(i => remittances.Observations.Times[i].Year >= 1990);
}
