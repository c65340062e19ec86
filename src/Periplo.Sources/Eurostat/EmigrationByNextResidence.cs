using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Emigration by country of next residence that countries of Europe report to Eurostat, as a plain table: the twin of immigration by previous residence.</summary>
internal sealed class EmigrationByNextResidence : FlowsByResidence
{
    private static readonly Papers OfTable = EurostatPapers.Of("migr_emi5nxt", new Text(
        "Emigrantes del año por país de residencia siguiente, como los notifica cada país de origen: desde 2008, personas que dejan su residencia por doce meses o más.",
        "Emigrants of the year by country of next residence, as each country of origin reports them: from 2008, persons who give up residence for twelve months or more.",
        "Émigrants de l’année par pays de résidence suivante, tels que déclarés par chaque pays d’origine : depuis 2008, personnes qui quittent leur résidence pour douze mois ou plus."));

    private static readonly Text Coverage = new(
        "Los países difieren en qué destinos notifican, y quien se va muchas veces no lo avisa: la suma de una fila no es la emigración total del país.",
        "Countries differ in the destinations they report, and those who leave often do not say so: the sum of a row is not the country's total emigration.",
        "Les pays diffèrent par les destinations qu’ils déclarent, et qui part souvent ne le signale pas : la somme d’une ligne n’est pas l’émigration totale du pays.");

    public override string Name => "eurostat-emigration-next-residence 1";

    public override Text Title => new("la emigración por residencia siguiente de Eurostat", "Eurostat emigration by next residence", "l’émigration par résidence suivante d’Eurostat");

    public override IReadOnlyList<string> Columns => ["year", "orig_iso3", "dest_iso3", "emigrants"];

    protected override Papers Papers => OfTable;

    protected override IReadOnlyList<Text> Notes => [Coverage, OutsideEurope, Definition];

    protected override (string Type, string Basis) Kind => ("EMI", "P");

    protected override (string To, string From, string Persons) Names => ("dest_iso3", "orig_iso3", "emigrants");
}
