using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Unhcr;

/// <summary>A UNHCR table of what happened in a year by origin and asylum, a column for each kind: new displacements, or solutions.</summary>
internal abstract class FlowsByOriginAndAsylum : TidyReader
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Columns => ["year", "orig_iso3", "asylum_iso3", .. Kinds.Select(kind => kind.Column)];

    /// <summary>What each column of figures stands for.</summary>
    protected abstract IReadOnlyList<(string Column, string Type, string Measure)> Kinds { get; }

    /// <summary>The papers.</summary>
    protected abstract Papers Papers { get; }

    /// <summary>What is to be known of this table beside what holds for all.</summary>
    protected abstract Text Note { get; }

    /// <inheritdoc/>
    protected sealed override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displacement.Flows, reading);
        figures.Set(("FREQ", "A"), ("SEX", "_T"), ("AGE", "_T"), ("UNIT_MEASURE", "PS"));
        var definition = figures.Definition;
        var (area, origin, type, measure) = (
            definition.Dimension("REF_AREA"), definition.Dimension("COUNTERPART_AREA"), definition.Dimension("POP_TYPE"), definition.Dimension("MEASURE"));
        var (year, orig, asylum) = (rows.Column("year"), rows.Column("orig_iso3"), rows.Column("asylum_iso3"));
        var columns = Kinds.Select(kind => (Position: rows.Column(kind.Column), Kind: kind)).ToArray();
        while (rows.Next())
        {
            var time = rows.Year(year);
            figures.Set(area, rows.Area(asylum));
            figures.Set(origin, rows.Area(orig));
            foreach (var (position, kind) in columns)
            {
                // An empty cell is a kind that does not concern the pair that year: nothing was published of it.
                if (!rows.TryCount(position, out var value))
                    continue;
                figures.Set(type, kind.Type);
                figures.Set(measure, kind.Measure);
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            }
        }

        var release = reading.Release(UnhcrPapers.Source, figures.LastYear().ToString());
        return Table(figures, UnhcrPapers.Source, release, Papers, Note, UnhcrPapers.Origins, UnhcrPapers.Rounded, UnhcrPapers.OmittedRows);
    }
}

/// <summary>UNHCR's new displacements of a year.</summary>
internal sealed class NewDisplacements : FlowsByOriginAndAsylum
{
    public override string Name => "unhcr-displacement-flows 1";

    public override Text Title => new("los desplazamientos del año del ACNUR", "UNHCR displacements of the year", "les déplacements de l’année du HCR");

    protected override IReadOnlyList<(string Column, string Type, string Measure)> Kinds { get; } =
        [("refugees", "REF", "NEW"), ("asylum_seekers", "ASY", "NEW"), ("refugee_like", "RLK", "NEW"), ("oip", "OIP", "NEW")];

    protected override Papers Papers { get; } = UnhcrPapers.Of(new Text(
        "Personas desplazadas a otro país en el año: reconocidas en grupo, solicitantes de asilo nuevos y otras que necesitan protección, como las notifican gobiernos y oficinas del ACNUR.",
        "Persons displaced to another country in the year: recognised as a group, new asylum seekers and others in need of protection, as governments and UNHCR offices report them.",
        "Personnes déplacées vers un autre pays dans l’année : reconnues en groupe, nouveaux demandeurs d’asile et autres personnes ayant besoin de protection, telles que déclarées par les gouvernements et les bureaux du HCR."));

    protected override Text Note { get; } = new(
        "Los solicitantes de asilo del año (ASY) son también solicitudes en ASYLUM: no se suman.",
        "Asylum seekers of the year (ASY) are applications in ASYLUM too: they are not added.",
        "Les demandeurs d’asile de l’année (ASY) sont aussi des demandes dans ASYLUM : ils ne s’additionnent pas.");
}

/// <summary>UNHCR's solutions of a year: returns, resettlement and naturalisation.</summary>
internal sealed class Solutions : FlowsByOriginAndAsylum
{
    public override string Name => "unhcr-solutions 1";

    public override Text Title => new("las soluciones del ACNUR: retornos, reasentamiento y naturalización", "UNHCR solutions: returns, resettlement and naturalisation", "les solutions du HCR : retours, réinstallation et naturalisation");

    protected override IReadOnlyList<(string Column, string Type, string Measure)> Kinds { get; } =
        [("returned_refugees", "RET", "RETURNS"), ("resettlement", "REF", "RESETTLED"), ("naturalisation", "REF", "NATURALISED"), ("returned_idps", "RDP", "RETURNS")];

    protected override Papers Papers { get; } = UnhcrPapers.Of(new Text(
        "Retornos, llegadas por reasentamiento y naturalizaciones del año que notifican gobiernos y oficinas del ACNUR.",
        "Returns, resettlement arrivals and naturalisations of the year reported by governments and UNHCR offices.",
        "Retours, arrivées par réinstallation et naturalisations de l’année déclarés par les gouvernements et les bureaux du HCR."));

    protected override Text Note { get; } = new(
        "En el reasentamiento REF_AREA es el país que recibe y COUNTERPART_AREA el de origen; el país de asilo de donde salen no está en la tabla. En los retornos REF_AREA es el país de asilo que dejan.",
        "In resettlement REF_AREA is the country that receives and COUNTERPART_AREA that of origin; the country of asylum they leave is not in the table. In returns REF_AREA is the country of asylum they leave.",
        "Pour la réinstallation, REF_AREA est le pays d’accueil et COUNTERPART_AREA celui d’origine ; le pays d’asile qu’ils quittent n’est pas dans le tableau. Pour les retours, REF_AREA est le pays d’asile quitté.");
}
