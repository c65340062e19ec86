using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Tests.Sdmx.Structures;

/// <summary>A small set with an artefact of every kind, referring to each other in every way the information model knows.</summary>
internal static class SampleStructures
{
    public const string Agency = "PERIPLO";

    public static readonly MessageHeader Header = new("TEST1", new(2026, 7, 1, 12, 30, 0, TimeSpan.FromHours(-6)), Agency, Test: true);

    private static readonly StructureReference Concepts = To(StructureType.ConceptScheme, "CONCEPTS");
    private static readonly StructureReference Areas = To(StructureType.CodeList, "CL_AREA");

    public static StructureReference To(StructureType type, string id, string agency = Agency, string version = "1.0") => new(type, agency, id, version);

    public static InternationalString Text(string text) => new(("en", text), ("es", $"{text} (es)"));

    public static StructureSet Set() => new(Artefacts());

    public static List<Artefact> Artefacts() =>
    [
        new ItemScheme(StructureType.AgencyScheme, "SDMX", "AGENCIES", "1.0", Text("Agencies"), [Item(Agency)]),
        new ItemScheme(StructureType.DataProviderScheme, Agency, "DATA_PROVIDERS", "1.0", Text("Providers"), [Item("OFFICE"), Item("OWN")]),
        .. CodeLists(),
        new ItemScheme(StructureType.ConceptScheme, Agency, "CONCEPTS", "1.0", Text("Concepts"),
        [
            Item("FREQ") with { CodeList = To(StructureType.CodeList, "CL_FREQ", "SDMX", "2.0") },
            Item("REF_AREA"),
            Item("SEX"),
            Item("TIME_PERIOD") with { Format = new("ObservationalTimePeriod") },
            Item("OBS_VALUE") with { Format = new("Double") },
            Item("OBS_STATUS"),
            Item("COMMENT_OBS") with { Format = new("XHTML", 2000) },
            Item("QUALITY", "COMMENT_OBS"),
            Item("UNUSED") with { CodeList = To(StructureType.CodeList, "CL_UNUSED") },
        ])
        {
            IsFinal = true,
        },
        DataStructure("1.0"),
        DataStructure("1.9"),
        DataStructure("1.10"),
        new DataflowDefinition(Agency, "DF_STOCK", "1.0", Text("Stock"), To(StructureType.DataStructure, "DSD_STOCK"))
        {
            Description = Text("Migrants by <origin> & \"sex\""),
            Annotations = [new("NonProductionDataflow", "true"), new(null, null, "note", Text("A note"))],
            ValidFrom = new(2020, 1, 1),
            ValidTo = new(2030, 12, 31),
        },
        new DataflowDefinition(Agency, "DF_SEX", "1.0", Text("By sex"), To(StructureType.DataStructure, "DSD_STOCK", version: "1.10")),
        new ItemScheme(StructureType.CategoryScheme, Agency, "THEMES", "1.0", Text("Themes"),
            [Item("POP"), Item("STOCK", "POP"), Item("BIRTH", "POP.STOCK"), Item("FLOW", "POP"), Item("MONEY"), Item("STOCK", "MONEY")]),
        new Categorisation(Agency, "CAT_STOCK", "1.0", Text("Stock"), To(StructureType.Dataflow, "DF_STOCK"),
            new(To(StructureType.CategoryScheme, "THEMES"), "POP.STOCK.BIRTH")),
        new ProvisionAgreement(Agency, "PA_STOCK", "1.0", Text("Stock of the office"), To(StructureType.Dataflow, "DF_STOCK"),
            new(To(StructureType.DataProviderScheme, "DATA_PROVIDERS"), "OFFICE")),
        new ContentConstraint(Agency, "CR_STOCK", "1.0", Text("Allowed"), false, [To(StructureType.Dataflow, "DF_STOCK")],
            [new("REF_AREA", ["GTM", "HND"]), new("SEX", ["_T"], Include: false), new("OBS_STATUS", ["A", "E"]) { IsAttribute = true }]),
        new ContentConstraint(Agency, "CA_STOCK", "1.0", Text("Actual"), true, [To(StructureType.Dataflow, "DF_STOCK")],
            [new("REF_AREA", ["GTM"]), new("TIME_PERIOD", []) { From = TimePeriod.OfYear(1990), To = TimePeriod.OfYear(2024) }]),
        new HierarchicalCodeList(Agency, "HCL_AREA", "1.0", Text("Regions"),
        [
            new("M49", Text("Regions of M49"),
            [
                new("W", Areas, "001", [new("CA", Areas, "013", [Under("GTM"), Under("HND")]), Under("MEX")]),
                new("O", Areas, "MEX", []) { ValidFrom = new(1994, 1, 1), ValidTo = new(2020, 6, 30) },
            ]),
            new("FLAT", Text("All"), [new("G", Areas, "GTM", [])]),
        ]),
        new MetadataStructureDefinition(Agency, "MSD_QUALITY", "1.0", Text("Quality"),
            [new("CONTACT", new(Concepts, "COMMENT_OBS"), []), new("QUALITY", new(Concepts, "QUALITY"), [new("COMMENT", new(Concepts, "COMMENT_OBS"), [])])]),
        new MetadataflowDefinition(Agency, "MDF_QUALITY", "1.0", Text("Quality reports"), To(StructureType.MetadataStructure, "MSD_QUALITY")),
        new RepresentationMap(Agency, "MAP_AREA", "1.0", Text("To two letters"), Areas, To(StructureType.CodeList, "CL_AREA", "SDMX", "2.0"),
            [new("GTM", "GT"), new("HND", "HN")]),
    ];

    public static Item Item(string id, string? parent = null) => new(id, Text(id), parent);

    private static HierarchicalCode Under(string code) => new(code, Areas, code, []);

    private static IEnumerable<ItemScheme> CodeLists() =>
    [
        new(StructureType.CodeList, "SDMX", "CL_FREQ", "2.0", Text("Frequency"), [Item("A"), Item("Q"), Item("M")]),
        new(StructureType.CodeList, "SDMX", "CL_SEX", "2.1", Text("Sex"), [Item("_T"), Item("F", "_T"), Item("M", "_T")]),
        new(StructureType.CodeList, "SDMX", "CL_OBS_STATUS", "2.2", Text("Status"), [Item("A"), Item("E"), Item("M")]),
        new(StructureType.CodeList, Agency, "CL_AREA", "1.0", Text("Areas"),
        [
            Item("001"), Item("013", "001"), Item("GTM", "013"), Item("HND", "013"),
            Item("MEX", "001") with { Description = Text("United Mexican States"), Annotations = [new("ISO2", "MX")] },
        ]),
        new(StructureType.CodeList, Agency, "CL_UNUSED", "1.0", Text("Unused"), [Item("X")]),
    ];

    private static StructureDefinition DataStructure(string version) => new(Agency, "DSD_STOCK", version, Text("Stock"))
    {
        Dimensions =
        [
            new("FREQ", new(Concepts, "FREQ"), null),
            new("REF_AREA", new(Concepts, "REF_AREA"), Areas),
            new("SEX", new(Concepts, "SEX"), To(StructureType.CodeList, "CL_SEX", "SDMX", "2.1")),
            new("LABEL", new(Concepts, "COMMENT_OBS"), null, new("String", 20)),
        ],
        Time = new("TIME_PERIOD", new(Concepts, "TIME_PERIOD"), null, new("ObservationalTimePeriod")),
        Measures = [new("OBS_VALUE", new(Concepts, "OBS_VALUE"), null)],
        Attributes =
        [
            new(new("OBS_STATUS", new(Concepts, "OBS_STATUS"), To(StructureType.CodeList, "CL_OBS_STATUS", "SDMX", "2.2")), Attachment.Observation, true),
            new(new("COMMENT_OBS", new(Concepts, "COMMENT_OBS"), null, new("String")), Attachment.Series, false),
            new(new("COMMENT_AREA", new(Concepts, "COMMENT_OBS"), null), Attachment.Series, false) { Dimensions = ["REF_AREA"] },
            new(new("COMMENT_SEX", new(Concepts, "COMMENT_OBS"), null), Attachment.Series, false) { Dimensions = ["REF_AREA", "SEX"], Group = "BY_SEX" },
            new(new("COMMENT_SET", new(Concepts, "COMMENT_OBS"), null), Attachment.DataSet, false),
        ],
        Groups = [new("BY_SEX", ["REF_AREA", "SEX"])],
    };
}
