using Periplo.Sources.Tables;

namespace Periplo.Sources.Unhcr;

/// <summary>The columns that UNHCR's tables of applications and decisions have in common, as codes of <c>ASYLUM</c>.</summary>
internal sealed class AsylumKey
{
    private static readonly Dictionary<string, string> Procedures = Same("G", "U", "J");
    private static readonly Dictionary<string, string> Levels = Same("NA", "FI", "AR", "RA", "JR", "FA", "IN", "EO", "SP", "TA", "TP", "TR", "BL", "CA");
    private static readonly Dictionary<string, string> Units = new() { ["P"] = "PS", ["C"] = "CASE" };

    private readonly CsvRows rows;
    private readonly Figures figures;
    private readonly (int Origin, int Asylum) columns;
    private readonly (int Area, int Origin, int Procedure, int Level, int Unit) dimensions;
    private readonly CodedColumn procedure;
    private readonly CodedColumn level;
    private readonly CodedColumn unit;

    /// <param name="rows">The rows.</param>
    /// <param name="figures">Where the codes are set.</param>
    /// <param name="personsOrCases">Column that says what is counted.</param>
    public AsylumKey(CsvRows rows, Figures figures, string personsOrCases)
    {
        (this.rows, this.figures) = (rows, figures);
        columns = (rows.Column("orig_iso3"), rows.Column("asylum_iso3"));
        (procedure, level, unit) = (new(rows, "procedure_type", Procedures), new(rows, "dec_level", Levels), new(rows, personsOrCases, Units));
        var definition = figures.Definition;
        dimensions = (
            definition.Dimension("REF_AREA"), definition.Dimension("COUNTERPART_AREA"), definition.Dimension("PROCEDURE"),
            definition.Dimension("DECISION_LEVEL"), definition.Dimension("UNIT_MEASURE"));
        figures.Set(("FREQ", "A"), ("SEX", "_T"), ("AGE", "_T"));
    }

    /// <summary>Codes that stand for themselves.</summary>
    public static Dictionary<string, string> Same(params string[] codes) => codes.ToDictionary(code => code);

    /// <summary>Sets the codes of the row.</summary>
    public void Set()
    {
        figures.Set(dimensions.Area, rows.Area(columns.Asylum));
        figures.Set(dimensions.Origin, rows.Area(columns.Origin));
        figures.Set(dimensions.Procedure, procedure.Code);
        figures.Set(dimensions.Level, level.Code);
        figures.Set(dimensions.Unit, unit.Code);
    }
}
