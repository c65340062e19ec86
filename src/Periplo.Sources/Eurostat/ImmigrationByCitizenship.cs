using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Immigration by citizenship that countries report to Eurostat, citizens of countries outside the European Union, as a plain table.</summary>
internal sealed class ImmigrationByCitizenship : FlowsByResidence
{
    private static readonly Papers OfTable = EurostatPapers.Of("migr_imm1ctz", new Text(
        "Inmigrantes del año por nacionalidad, como los notifica cada país de destino: desde 2008, personas que fijan su residencia por doce meses o más.",
        "Immigrants of the year by citizenship, as each country of destination reports them: from 2008, persons who take up residence for twelve months or more.",
        "Immigrants de l’année par nationalité, tels que déclarés par chaque pays de destination : depuis 2008, personnes qui s’établissent pour douze mois ou plus."));

    private static readonly Text Coverage = new(
        "COUNTERPART_AREA es la nacionalidad, no el país del que se llega. Faltan las nacionalidades de la Unión Europea en la mayoría de los países: la suma no es la inmigración total.",
        "COUNTERPART_AREA is the citizenship, not the country one comes from. Citizenships of the European Union are not in it for most countries: the sum is not total immigration.",
        "COUNTERPART_AREA est la nationalité, non le pays d’où l’on vient. Les nationalités de l’Union européenne manquent pour la plupart des pays : la somme n’est pas l’immigration totale.");

    public override string Name => "eurostat-immigration-citizenship 1";

    public override Text Title => new("la inmigración por nacionalidad de Eurostat", "Eurostat immigration by citizenship", "l’immigration par nationalité d’Eurostat");

    public override IReadOnlyList<string> Columns => ["year", "dest_iso3", "citizenship_iso3", "immigrants"];

    protected override Papers Papers => OfTable;

    protected override IReadOnlyList<Text> Notes => [Coverage, Definition];

    protected override (string Type, string Basis) Kind => ("IMM", "C");

    protected override (string To, string From, string Persons) Names => ("dest_iso3", "citizenship_iso3", "immigrants");
}
