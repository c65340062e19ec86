using System.Xml;
using System.Xml.Schema;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Tests.Exchange;

[Collection(nameof(PublishedStore))]
public sealed class PublishedSourceTests(PublishedStore store)
{
    private SdmxSource Source => store.Installation.Sdmx();

    private IEnumerable<Dataflow> Filled => Source.Structures.All.OfType<DataflowDefinition>().Select(flow => Source.Structures.Resolve(flow.Reference)!)
        .Where(flow => Source.Available(flow, new(), exact: true).Observations > 0);

    [Fact]
    public void Every_dataset_held_is_published_whole_under_codes_of_its_lists()
    {
        Assert.Equal(
            ["DF_INTERNAL_DISPLACEMENT", "DF_MIG_STOCK", "DF_MOVEMENTS", "DF_REMITTANCES", "DF_REMITTANCE_PRICES", "DF_SDG_GLC"],
            Filled.Select(flow => flow.Id).Where(id => store.Installation.Definitions.All.Any(one => one.Dataflow.Id == id && !IsRegister(one.Id)) || id == "DF_SDG_GLC").Order(StringComparer.Ordinal));
        foreach (var flow in Filled)
        {
            long count = 0;
            var set = Assert.Single(Source.Select(flow, new()).DataSets);
            var keys = new HashSet<string>();
            while (set.Cursor.Read())
            {
                count++;
                Assert.True(keys.Add($"{string.Join('.', Enumerable.Range(0, flow.Structure.Dimensions.Count).Select(set.Cursor.Code))}:{set.Cursor.Time}"), "No key stands twice.");
                for (var d = 0; d < flow.Structure.Dimensions.Count; d++)
                    Assert.True(flow.Structure.Dimensions[d].CodeList.Position(set.Cursor.Code(d)) >= 0, set.Cursor.Code(d));
                for (var a = 0; a < flow.Structure.Attributes.Count; a++)
                {
                    var (attribute, value) = (flow.Structure.Attributes[a], set.Cursor.Attribute(a));
                    Assert.True(value is not null || !attribute.Mandatory, attribute.Id);
                    Assert.True(value is null || attribute.CodeList is null || attribute.CodeList.Position(value) >= 0, $"{attribute.Id} {value}");
                }
            }

            Assert.Equal(Source.Available(flow, new(), exact: true).Observations, count);
        }
    }

    [Fact]
    public void Stock_of_the_latest_revision_is_what_the_dataset_says()
    {
        var flow = Flow("DF_MIG_STOCK");
        var dataset = store.Installation.Dataset("STOCK", "UNDESA.2024");

        var set = Source.Select(flow, new() { Keys = [Key(flow, ("AGE", "_T"), ("SEX", "_T"), ("MEASURE", "STOCK"))] }).DataSets[0];

        double sum = 0;
        while (set.Cursor.Read())
            sum += set.Cursor.Time.Year == 2024 && set.Cursor.Code(1) != "001" && set.Cursor.Code(2) != "_T" && !double.IsNaN(set.Cursor.Value) ? set.Cursor.Value : 0;
        Assert.Equal(304_021_813, sum);
        var latest = new DataQuery { Keys = [Key(flow, ("SEX", "_T"))], Filters = [new("REVISION", [[new(ConditionOperator.Eq, "UNDESA.2024")]])] };
        Assert.Equal(dataset.Select(Periplo.Statistics.Query.All.Where("SEX", "_T")).Count, Source.Available(flow, latest, exact: true).Observations);
    }

    [Fact]
    public void Prices_go_on_from_one_revision_to_the_next_and_say_so()
    {
        InStore(installation =>
        {
            PublishedStore.Import(installation, "remittance-prices-rpw-2014q2", "RPW.2014-Q2");
            PublishedStore.Import(installation, "remittance-prices-rpw-2020q3");
            var source = installation.Sdmx();
            var flow = source.Structures.Resolve(new(StructureType.Dataflow, "PERIPLO", "DF_REMITTANCE_PRICES", ""))!;
            var set = source.Select(flow, new()
            {
                Keys = [Key(flow, ("REF_AREA", "USA"), ("COUNTERPART_AREA", "GTM"), ("MEASURE", "COST_AVG"), ("AMOUNT", "USD200"), ("SERVICE_TYPE", "_T"), ("INSTRUMENT", "_T"))],
            }).DataSets[0];
            var at = set.Cursor.Structure.Attributes.Select((one, i) => (one.Id, i)).ToDictionary(one => one.Id, one => one.i);
            var sources = new List<(TimePeriod Time, string? Source, string? Revision)>();
            while (set.Cursor.Read())
                sources.Add((set.Cursor.Time, set.Cursor.Attribute(at["OBS_SOURCE"]), set.Cursor.Attribute(at["REVISION"])));

            Assert.Equal(sources.OrderBy(one => one.Time), sources);
            Assert.All(sources, one => Assert.Equal(one.Time.FirstDay < new DateOnly(2014, 7, 1) ? "RPW@2014-Q2" : null, one.Source));
            Assert.Contains(sources, one => one.Time.Year == 2011);
            Assert.Contains(sources, one => one.Time.Year == 2020);
            Assert.Equal("RPW.2020-Q3", Assert.Single(sources.Select(one => one.Revision).Distinct()));
        });
    }

    [Fact]
    public void Sdg_figures_stand_under_the_ids_of_the_United_Nations()
    {
        var flow = Source.Structures.Resolve(new(StructureType.Dataflow, "IAEG-SDGs", "DF_SDG_GLC", ""))!;
        var series = Source.Available(flow, new(), exact: true).Values.First(one => one.Component == "SERIES").Values;

        Assert.Equal(["BX_TRF_PWKR", "SI_RMT_COST", "SI_RMT_COST_BC", "SI_RMT_COST_SC", "SI_RMT_COST_SND", "SM_DTH_MIGR"], series.Order(StringComparer.Ordinal));
        var set = Source.Select(flow, new() { Keys = [Key(flow, ("SERIES", "BX_TRF_PWKR"), ("REF_AREA", "320"))], From = TimePeriod.OfYear(2023), To = TimePeriod.OfYear(2023) }).DataSets[0];
        Assert.True(set.Cursor.Read());
        Assert.Equal(19.1297, set.Cursor.Value);
        Assert.False(set.Cursor.Read());
    }

    [Fact]
    public void Structures_are_valid_against_the_official_schema()
    {
        using var message = new MemoryStream();
        StructureXmlWriter.Write(message, new("TEST", DateTimeOffset.UnixEpoch, "PERIPLO"), Source.Structures.All);

        AssertValid(message);
    }

    [Fact]
    public void Report_on_quality_is_valid_and_tells_files_and_licences()
    {
        using var message = new MemoryStream();
        store.Installation.ReportSdmx("DF_MIG_STOCK", message);

        AssertValid(message);
        var text = System.Text.Encoding.UTF8.GetString(message.ToArray());
        foreach (var told in new[] { "stock-undesa-2024.csv.gz, SHA-256 ", "CC BY 3.0 IGO", "UNDESA.2019", "<com:Text xml:lang=\"es\">", "<com:Text xml:lang=\"fr\">" })
            Assert.Contains(told, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_asking_at_once_get_the_same()
    {
        InStore(installation =>
        {
            PublishedStore.Import(installation, "remittance-prices-rpw-2014q2");
            var answers = new string[16];
            Parallel.For(0, answers.Length, i =>
            {
                var source = installation.Sdmx();
                var flow = source.Structures.Resolve(new(StructureType.Dataflow, "PERIPLO", "DF_REMITTANCE_PRICES", ""))!;
                answers[i] = string.Join('\n', SampleFlow.Lines(source.Select(flow, new() { Last = 1 }).DataSets[0].Cursor));
            });

            Assert.Single(answers.Distinct());
        });
    }

    [Fact]
    public void Import_is_seen_changes_the_tag_and_leaves_the_past_its_own()
    {
        InStore(installation =>
        {
            PublishedStore.Import(installation, "remittance-prices-rpw-2014q2");
            var source = installation.Sdmx();
            Dataflow Prices() => source.Structures.Resolve(new(StructureType.Dataflow, "PERIPLO", "DF_REMITTANCE_PRICES", ""))!;
            var (before, structures) = (source.Select(Prices(), new()), source.Structures);
            Assert.Same(structures, source.Structures);
            Assert.Equal(before.Tag, source.Select(Prices(), new() { Last = 1 }).Tag);

            PublishedStore.Import(installation, "remittance-prices-rpw-2020q3");
            var after = source.Select(Prices(), new());

            Assert.NotSame(structures, source.Structures);
            Assert.NotEqual(before.Tag, after.Tag);
            Assert.True(after.Changed > before.Changed);
            var past = source.Select(Prices(), new() { AsOf = before.Changed });
            Assert.Equal(before.Tag, past.Tag);
            Assert.Equal(SampleFlow.Lines(before.DataSets[0].Cursor).Count, SampleFlow.Lines(past.DataSets[0].Cursor).Count);
            Assert.Equal(
                SampleFlow.Lines(after.DataSets[0].Cursor).Count - SampleFlow.Lines(source.Select(Prices(), new() { AsOf = before.Changed }).DataSets[0].Cursor).Count,
                SampleFlow.Lines(source.Select(Prices(), new() { UpdatedAfter = before.Changed }).DataSets[0].Cursor).Count);
        });
    }

    [Fact]
    public void Provider_is_told_by_its_agreement()
    {
        var flow = Flow("DF_MIG_STOCK");

        Assert.Equal("PA_MIG_STOCK_OFFICIAL", Source.Select(flow, new() { Providers = [new("PERIPLO", "OFFICIAL")] }).Provision?.Id);
        Assert.Empty(Source.Select(flow, new() { Providers = [new("", "OWN")] }).DataSets);
        Assert.Null(Source.Select(flow, new()).Provision);
    }

    private static void InStore(Action<Installation> check)
    {
        var folder = Directory.CreateTempSubdirectory("periplo-published-").FullName;
        try
        {
            check(PublishedStore.Open(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsRegister(string id) => new Periplo.Statistics.DatasetDefinitions(BundledData.Areas).Find(id) is null;

    private static void AssertValid(MemoryStream message)
    {
        message.Position = 0;
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, SharedData.Schema("sdmx-ml-2.1/SDMXMessage.xsd"));
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, fault) => faults.Add($"{fault.Exception.LineNumber}: {fault.Message}");
        using var reader = XmlReader.Create(message, settings);
        while (reader.Read())
        {
        }

        Assert.Empty(faults.Take(10));
    }

    private static KeySelection Key(Dataflow flow, params (string Dimension, string Code)[] codes) => new(
        [.. flow.Structure.Dimensions.Select(IReadOnlyList<string> (dimension) => [.. codes.Where(one => one.Dimension == dimension.Id).Select(one => one.Code)])]);

    private Dataflow Flow(string id) => Source.Structures.Resolve(new(StructureType.Dataflow, "PERIPLO", id, ""))!;
}
