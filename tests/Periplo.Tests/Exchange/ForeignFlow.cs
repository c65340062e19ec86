using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Periplo.Sources.Messages;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>A flow built as those of a statistical office of Europe are: other dimensions in another order, other codes, flags. The figures are made up.</summary>
internal static class ForeignFlow
{
    public const string Mapping = """
        dataset: STOCK
        source: OFFICE
        publisher: { es: Oficina de ejemplo, en: Example office, fr: Bureau d’exemple }
        licence: CC BY 4.0
        method: { es: Registro, en: Register, fr: Registre }
        convention: eurostat
        components:
          citizen: COUNTERPART_AREA
          geo: REF_AREA
          unit: UNIT_MEASURE
          agedef: ignored
          OBS_FLAG: OBS_STATUS
          NOTE: COMMENT_OBS
        constants: { ORIGIN_BASIS: C, MEASURE: STOCK, EDUCATION_LEV: _T }
        only: { agedef: REACH }
        codes:
          COUNTERPART_AREA: { EU27_2020_FOR: ignored, CS: [{ to: CSK, until: 1992 }, { to: SCG, from: 2003 }] }

        """;

    public const string Head = "STRUCTURE,STRUCTURE_ID,ACTION,freq,citizen,agedef,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,NOTE\n";

    public static Dataflow Flow { get; } = new("migr_pop", "OFFICE", "1.0", Name("Poblacion"), new(
        "DSD_POP", "OFFICE", "1.0", Name("Population"),
        [
            Dimension("freq", "A", "M"), Dimension("citizen", "HN", "SLV", "320", "EU27_2020_FOR", "UK", "EL", "CS", "STLS", "TOTAL", "ZZ9"), Dimension("agedef", "REACH", "COMPLET"),
            Dimension("age", "TOTAL", "Y15-29", "Y_GE85", "Y20"), Dimension("unit", "NR", "PC"), Dimension("sex", "T", "M", "F"), Dimension("geo", "ES", "UK", "EL"),
        ],
        [
            new(new("OBS_FLAG", Name("Flag")), List("CL_FLAG", "b", "e", "p", "bep", "c", "q"), Attachment.Observation, Mandatory: false),
            new(new("NOTE", Name("Note")), null, Attachment.Observation, Mandatory: false),
            new(new("TITLE", Name("Title")), null, Attachment.Series, Mandatory: false),
        ]));

    public static Dataflow? Find(StructureReference reference) => reference.Id is "migr_pop" or "DSD_POP" ? Flow : null;

    /// <summary>A row of separated values with an action.</summary>
    public static string Row(string codes, string time, string value, string flag = "", string note = "", char action = 'I') =>
        $"dataflow,OFFICE:migr_pop(1.0),{action},{codes.Replace('.', ',')},{time},{value},{flag},{note}\n";

    public static CollectedMessage Read(string text, string mapping = Mapping, MessageOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), mapping, options);

    public static CollectedMessage Read(byte[] bytes, string mapping = Mapping, MessageOptions? options = null) => new SdmxMessages(BundledData.Areas, SourceFiles.Definitions)
        .Read("m.csv", new MemoryStream(bytes), Find, (options ?? new()) with { MappingFile = "m.yaml", MappingText = mapping }, () => { });

    public static InputException Refused(string text, string mapping = Mapping)
    {
        var refused = Assert.Throws<InputException>(() => Read(text, mapping));
        Assert.Equal(3, new HashSet<string> { refused.Reason.Es, refused.Reason.En, refused.Reason.Fr }.Count);
        return refused;
    }

    /// <summary>The figures of a message that gives whole ones, each in a line.</summary>
    public static List<string> Lines(CollectedMessage message)
    {
        var changes = Assert.Single(message.Revisions).Changes;
        return
        [
            .. Enumerable.Range(0, changes.Count).Select(i =>
                $"{changes[i].Action} {string.Join('.', changes.Codes(i).Select(code => code ?? "*"))} {changes[i].Time} {changes[i].Value} {changes[i].Status} {changes[i].Parts} {changes[i].Attributes.Comment}".TrimEnd()),
        ];
    }

    private static InternationalString Name(string name) => new(("en", name));

    private static Dimension Dimension(string id, params string[] codes) => new(new(id, Name(id)), List($"CL_{id.ToUpperInvariant()}", codes));

    private static CodeList List(string id, params string[] codes) => new(id, "OFFICE", "1.0", Name(id), [.. codes.Select(code => new Code(code, Name(code)))]);
}
