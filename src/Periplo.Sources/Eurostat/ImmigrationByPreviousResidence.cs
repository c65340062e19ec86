using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Immigration by country of previous residence that countries of Europe report to Eurostat, as a plain table.</summary>
internal sealed class ImmigrationByPreviousResidence : FlowsByResidence
{
    private static readonly Papers OfTable = EurostatPapers.Of("migr_imm5prv", new Text(
        "Inmigrantes del año por país de residencia anterior, como los notifica cada país de destino: desde 2008, personas que fijan su residencia por doce meses o más.",
        "Immigrants of the year by country of previous residence, as each country of destination reports them: from 2008, persons who take up residence for twelve months or more.",
        "Immigrants de l’année par pays de résidence précédente, tels que déclarés par chaque pays de destination : depuis 2008, personnes qui s’établissent pour douze mois ou plus."));

    private static readonly Text Coverage = new(
        "Los orígenes fuera de la UE, el EEE, Suiza y el Reino Unido van juntos (XXO), y los países difieren en qué orígenes notifican: la suma de una fila no es la inmigración total del país.",
        "Origins outside the EU, the EEA, Switzerland and the United Kingdom are together (XXO), and countries differ in the origins they report: the sum of a row is not the country's total immigration.",
        "Les origines hors UE, EEE, Suisse et Royaume-Uni sont réunies (XXO), et les pays diffèrent par les origines qu’ils déclarent : la somme d’une ligne n’est pas l’immigration totale du pays.");

    public override string Name => "eurostat-immigration-previous-residence 2";

    public override Text Title => new("la inmigración por residencia anterior de Eurostat", "Eurostat immigration by previous residence", "l’immigration par résidence précédente d’Eurostat");

    public override IReadOnlyList<string> Columns => ["year", "dest_iso3", "orig_iso3", "immigrants"];

    protected override Papers Papers => OfTable;

    protected override IReadOnlyList<Text> Notes => [Coverage, OutsideEurope, Definition];

    protected override (string Type, string Basis) Kind => ("IMM", "P");

    protected override (string To, string From, string Persons) Names => ("dest_iso3", "orig_iso3", "immigrants");
}
