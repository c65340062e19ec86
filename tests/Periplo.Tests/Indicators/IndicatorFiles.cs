using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Indicators;
using Periplo.Sources.Registers;
using Periplo.Statistics;
using Periplo.Tests.Sources;

namespace Periplo.Tests.Indicators;

/// <summary>Declarations and datasets for tests of indicators.</summary>
internal static class IndicatorFiles
{
    public const string Shared = """
        sources:
          made: { es: "Fuente de prueba", en: "Source of a test", fr: "Source d’essai" }
        applies:
          all: { es: "todos", en: "all", fr: "tous" }
        """;

    /// <summary>A block whose indicators T1.01, T1.02… have these lines each (unit, formula, method…).</summary>
    public static string Block(params string[] bodies) =>
        "id: T1\nname: { es: Uno, en: One, fr: Un }\nindicators:\n" + string.Concat(bodies.Select((body, i) => $$"""
              T1.{{i + 1:D2}}:
                name: { es: "Prueba {{i}}", en: "Test {{i}}", fr: "Essai {{i}}" }
                definition: { es: "Qué", en: "What", fr: "Quoi" }
                limits: { es: "Nada", en: "Nothing", fr: "Rien" }
                source: made
                rhythm: annual
                applies: all
                {{body.Replace("\n", "\n    ", StringComparison.Ordinal)}}

            """));

    public static IndicatorRegistry Read(string block) => IndicatorReader.Read(new("shared.yaml", Shared), [new("t1.yaml", block)], SourceFiles.Definitions);

    /// <summary>The declarations that come with Periplo.</summary>
    public static IndicatorRegistry Bundled() => IndicatorReader.Read(
        File_("shared.yaml"), Names().Select(File_), SourceFiles.Definitions);

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(BundledData.Path("indicators"), "*.yaml").Select(file => Path.GetFileName(file)!).Where(name => name != "shared.yaml").Order(StringComparer.Ordinal);

    public static DeclarationFile File_(string name) => new(name, File.ReadAllText(BundledData.Path("indicators/" + name)));

    /// <summary>A revision of the stock: rows <c>residence origin year value status</c>; a value of <c>-</c> is missing.</summary>
    public static RevisionHeld Stock(string revision, params string[] rows) => Held(SourceFiles.Definitions.Stock, revision, ["FREQ=A", "ORIGIN_BASIS=_T", "MEASURE=STOCK", "SEX=_T", "AGE=_T", "EDUCATION_LEV=_T", "UNIT_MEASURE=PS"], ["REF_AREA", "COUNTERPART_AREA"], rows);

    /// <summary>A revision of the stock by age: rows <c>residence origin age year value status</c>.</summary>
    public static RevisionHeld Migrants(string revision, params string[] rows) => Held(SourceFiles.Definitions.Stock, revision, ["FREQ=A", "ORIGIN_BASIS=_T", "MEASURE=STOCK", "SEX=_T", "EDUCATION_LEV=_T", "UNIT_MEASURE=PS"], ["REF_AREA", "COUNTERPART_AREA", "AGE"], rows);

    /// <summary>A revision of the population at mid-year: rows <c>area year value status</c>.</summary>
    public static RevisionHeld Population(string revision, params string[] rows) => Held(SourceFiles.Definitions.Demography, revision, ["FREQ=A", "MEASURE=POP_MID", "SEX=_T", "AGE=_T", "UNIT_MEASURE=PS"], ["REF_AREA"], rows);

    /// <summary>A revision of the population by age: rows <c>area age year value status</c>.</summary>
    public static RevisionHeld Ages(string revision, params string[] rows) => Held(SourceFiles.Definitions.Demography, revision, ["FREQ=A", "MEASURE=POP_MID", "SEX=_T", "UNIT_MEASURE=PS"], ["REF_AREA", "AGE"], rows);

    /// <summary>A revision of prices of 200 dollars: rows <c>sender receiver measure quarter value status</c>.</summary>
    public static RevisionHeld Prices(string revision, params string[] rows) => Held(SourceFiles.Definitions.RemittancePrices, revision, ["FREQ=Q", "SERVICE_TYPE=_T", "INSTRUMENT=_T", "AMOUNT=USD200", "UNIT_MEASURE=PT_TRANSACT"], ["REF_AREA", "COUNTERPART_AREA", "MEASURE"], rows);

    /// <summary>A revision of bilateral remittances: rows <c>sender receiver rule year dollars status</c>.</summary>
    public static RevisionHeld Money(string revision, params string[] rows) => Held(SourceFiles.Definitions.Remittances, revision, ["FREQ=A", "SERVICE_TYPE=_Z", "INSTRUMENT=_Z", "AMOUNT=_Z", "UNIT_MEASURE=USD"], ["REF_AREA", "COUNTERPART_AREA", "INDICATOR"], rows);

    private static RevisionHeld Held(DatasetDefinition definition, string name, string[] fixedCodes, string[] dimensions, string[] rows)
    {
        var builder = new ObservationsBuilder(definition);
        foreach (var pair in fixedCodes.Select(code => code.Split('=')))
            builder.Set(pair[0], pair[1]);
        var line = 1;
        foreach (var cells in rows.Select(row => row.Split(' ')))
        {
            for (var d = 0; d < dimensions.Length; d++)
                builder.Set(dimensions[d], cells[d]);
            var (period, value, status) = (TimePeriod.TryParse(cells[^3], out var read) ? read : throw new FormatException(cells[^3]), cells[^2] == "-" ? double.NaN : double.Parse(cells[^2]), Enum.Parse<ObservationStatus>(cells[^1]));
            builder.Add(period, value, status, AttributeSet.Units, SourceRow.Line(++line));
        }

        var revision = Revision.TryParse(definition.Id, name)!;
        var part = new Part(revision, new("t.csv", "", 0), "test 1", "", new(Text.Same("A publisher"), "", "", Text.Same("")), rows.Length, [], [], [], default, []);
        var dataset = new Dataset(definition, revision, [part], builder.Build((key, _, _) => throw new InvalidOperationException(key)));
        return new(revision, () => dataset);
    }
}
