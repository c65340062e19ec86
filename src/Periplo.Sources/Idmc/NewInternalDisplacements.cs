using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Idmc;

/// <summary>IDMC's internal displacements of a year by country and cause as a plain table.</summary>
internal sealed class NewInternalDisplacements : TidyReader
{
    private static readonly Dictionary<string, string> Hazards = new()
    {
        ["conflict"] = "_Z",
        ["flood"] = "FLOOD",
        ["storm"] = "STORM",
        ["mass movement"] = "MASS",
        ["wildfire"] = "FIRE",
        ["earthquake"] = "QUAKE",
        ["volcanic activity"] = "VOLCANO",
        ["extreme temperature"] = "TEMPERATURE",
        ["drought"] = "DROUGHT",
        ["erosion"] = "EROSION",
        ["wave action"] = "WAVE",
    };

    private static readonly Papers Papers = IdmcPapers.Of(new Text(
        "Desplazamientos internos del año, estimados por el IDMC de informes de gobiernos, organismos y medios. Son movimientos, no personas: quien huye dos veces cuenta dos veces.",
        "Internal displacements of the year, estimated by IDMC from reports of governments, agencies and media. They are movements, not persons: who flees twice counts twice.",
        "Déplacements internes de l’année, estimés par l’IDMC à partir de rapports de gouvernements, d’organismes et de médias. Ce sont des mouvements, non des personnes : qui fuit deux fois compte deux fois."));

    private static readonly Text OmittedRows = new(
        "Una causa sin fila en un año no se publicó: puede ser cero o no estar disponible.",
        "A cause without a row in a year was not published: it may be zero or not available.",
        "Une cause sans ligne une année n’a pas été publiée : ce peut être zéro ou non disponible.");

    public override string Name => "idmc-new-displacements 1";

    public override Text Title => new("los desplazamientos internos del año del IDMC", "IDMC internal displacements of the year", "les déplacements internes de l’année de l’IDMC");

    public override IReadOnlyList<string> Columns => ["iso3", "year", "cause", "internal_displacements"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Displacement.Internal, reading);
        figures.Set(("FREQ", "A"), ("MEASURE", "NEW"), ("SEX", "_T"), ("AGE", "_T"), ("UNIT_MEASURE", "DISPLACEMENT"));
        var (area, cause, hazard) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("CAUSE"), figures.Definition.Dimension("HAZARD"));
        var (iso3, year, displacements) = (rows.Column("iso3"), rows.Column("year"), rows.Column("internal_displacements"));
        var hazards = new CodedColumn(rows, "cause", Hazards);
        while (rows.Next())
        {
            figures.Set(area, rows.Area(iso3));
            figures.Set(hazard, hazards.Code);
            figures.Set(cause, hazards.Code == "_Z" ? "CONFLICT" : "DISASTER");
            var time = rows.Year(year);
            if (rows.TryCount(displacements, out var value))
                figures.Add(time, value, ObservationStatus.E, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(IdmcPapers.Source, figures.LastYear().ToString());
        return Table(figures, IdmcPapers.Source, release, Papers, OmittedRows);
    }
}
