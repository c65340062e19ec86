using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>The dataset a register yields from its declaration alone.</summary>
public sealed class RegisterDatasetTests : IDisposable
{
    private readonly ResourceCentres centres = new();
    private readonly Registry registry;

    public RegisterDatasetTests() => registry = new("SQLite", centres.Folder);

    private Installation Installation => registry.Installation;

    public void Dispose()
    {
        registry.Dispose();
        centres.Dispose();
    }

    [Fact]
    public void Records_are_counted_and_amounts_added_by_currency_and_prices()
    {
        Publish(
            ("a", [("since", "2008-07"), ("since.status", "actual"), ("budget", "100"), ("budget.currency", "USD")]),
            ("b", [("since", "2008"), ("since.status", "actual"), ("budget", "50.5"), ("budget.currency", "USD")]),
            ("c", [("since", "2008"), ("since.status", "actual"), ("budget", "7"), ("budget.currency", "USD"), ("budget.price_year", "2001")]),
            ("d", [("since", "2008"), ("since.status", "actual"), ("budget", "0"), ("budget.currency", "EUR"), ("kind", "consulate")]),
            ("e", [("since", "2009"), ("since.status", "actual"), ("area", "MEX")]),
            ("undated", []));

        var dataset = Installation.Dataset("RESOURCE_CENTRES", null);

        Assert.Equal(
            [
                "A.GTM.consulate.AMOUNT.EUR 2008 = 0", "A.GTM.consulate.COUNT.NUMBER 2008 = 1",
                "A.GTM.government.AMOUNT.USD 2008 = 150.5", "A.GTM.government.AMOUNT.USD_2001 2008 = 7", "A.GTM.government.COUNT.NUMBER 2008 = 3",
                "A.MEX.government.COUNT.NUMBER 2009 = 1",
            ],
            Lines(dataset));
        Assert.Contains(dataset.Parts[0].Notes, note => note.En == "Records without a date in \"Opening\", which are not counted: 1.");
        Assert.Contains(dataset.Parts[0].Notes, note => note.En.EndsWith("add nothing to the sum: 1.", StringComparison.Ordinal));
        Assert.Equal("USD at prices of 2001", dataset.Definition.Structure.Dimensions[^1].CodeList.Find("USD_2001")!.Name.In("en"));
    }

    [Fact]
    public void Each_figure_leads_to_its_records_and_to_their_lines_in_the_exported_file()
    {
        Publish(Enumerable.Range(0, 20).Select(i => ($"c{i:00}", new[] { ("since", "2008"), ("since.status", "actual"), ("area", i % 4 == 0 ? "MEX" : "GTM") })).ToArray());
        var dataset = Installation.Dataset("RESOURCE_CENTRES", null);
        using var bytes = new MemoryStream();
        Installation.ExportRecords(Person.Public, ResourceCentres.Id, RecordForm.Csv, new(), restricted: false, Language.Es, bytes);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), dataset.Parts[0].File.Sha256);
        var lines = Encoding.UTF8.GetString(bytes.ToArray()).Split('\n');
        var table = registry.Records.Table(ResourceCentres.Id);
        for (var i = 0; i < dataset.Observations.Count; i++)
        {
            var records = RegisterDatasets.RecordsOf(dataset, table, i);
            Assert.Equal(dataset.Observations.Values[i], records.Count);
            Assert.StartsWith(records[0].Id + ",", lines[dataset.Observations.Rows[i].Packed - 1], StringComparison.Ordinal);
            var comment = dataset.Observations.AttributeSets[dataset.Observations.Attributes[i]].Comment!;
            Assert.StartsWith(records[0].Id, comment, StringComparison.Ordinal);
            Assert.Equal(records.Count > 12, comment.EndsWith($"… ({records.Count})", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Drafts_are_not_counted_and_make_no_revision_and_earlier_revisions_stay()
    {
        Publish(("a", [("since", "2008"), ("since.status", "actual")]));
        var first = Installation.Dataset("RESOURCE_CENTRES", null);
        registry.Records.Write(Registry.Editor, ResourceCentres.Id, "draft", ResourceCentres.Centre(("since", "2008"), ("since.status", "actual"), ("city", "Otra")), 0, "");
        Assert.Equal(first.Revision, Installation.Dataset("RESOURCE_CENTRES", null).Revision);

        Publish(("b", [("since", "2008"), ("since.status", "actual")]));

        var second = Installation.Dataset("RESOURCE_CENTRES", null);
        Assert.Equal(["A.GTM.government.COUNT.NUMBER 2008 = 2"], Lines(second));
        Assert.NotEqual(first.ContentHash, second.ContentHash);
        Assert.Equal([second.Revision], Installation.Revisions(second.Definition));
        var again = Installation.Dataset("RESOURCE_CENTRES", first.Revision.Id);
        Assert.Equal(first.ContentHash, again.ContentHash);
        Assert.Equal(Lines(first), Lines(again));
        Assert.Throws<StatisticsException>(() => Installation.Dataset("RESOURCE_CENTRES", "PERIPLO.2"));
        Assert.Throws<StatisticsException>(() => Installation.Dataset("RESOURCE_CENTRES", "PERIPLO.999"));
    }

    [Fact]
    public void A_register_without_records_has_a_definition_and_no_revision()
    {
        Assert.NotNull(Installation.Definitions.Find("RESOURCE_CENTRES"));
        Assert.Empty(Installation.Revisions(Installation.Definition("RESOURCE_CENTRES")));
        Assert.Throws<StatisticsException>(() => Installation.Dataset("RESOURCE_CENTRES", null));
        Assert.NotNull(Installation.Definitions.Find("STOCK"));
    }

    [Fact]
    public void A_withdrawn_record_leaves_the_dataset()
    {
        Publish(("a", [("since", "2008"), ("since.status", "actual")]), ("b", [("since", "2008"), ("since.status", "actual")]));
        var head = registry.Records.Table(ResourceCentres.Id).Find("b")!;
        registry.Records.Move(Registry.Approver, ResourceCentres.Id, "b", "withdrawn", head.Latest.Number, "cerró");

        Assert.Equal(["A.GTM.government.COUNT.NUMBER 2008 = 1"], Lines(Installation.Dataset("RESOURCE_CENTRES", null)));
        Assert.Equal("PERIPLO.3", Installation.Dataset("RESOURCE_CENTRES", null).Revision.Id);
    }

    [Fact]
    public void Every_shipped_register_with_statistics_yields_what_its_records_add_up_to()
    {
        Installation.LoadRegisters(null, TestContext.Current.CancellationToken);

        foreach (var register in registry.Records.Registers.All.Where(register => register.Statistics is not null))
        {
            var table = registry.Records.Table(register.Id);
            if (table.Count == 0)
                continue;
            var statistics = register.Statistics!;
            var counted = table.Published.Where(head => statistics.Time is not { } time || head.Published!.Values[time.Position].Length > 0).ToList();
            var things = counted.Sum(head => statistics.Weight is { } weight ? decimal.Parse(head.Published!.Values[weight.FirstColumn], CultureInfo.InvariantCulture) : 1);
            var dataset = Installation.Dataset(statistics.Id, null);
            var o = dataset.Observations;
            var measure = dataset.Definition.Dimension("MEASURE");
            Assert.Equal((double)things, Enumerable.Range(0, o.Count).Where(i => o.Code(measure, i) == "COUNT").Sum(i => o.Values[i]));
            for (var d = 0; d < o.Codes.Count; d++)
                Assert.All(o.Codes[d], code => Assert.NotNull(dataset.Definition.Structure.Dimensions[d].CodeList.Find(code)));
            Assert.All(Enumerable.Range(0, o.Count), i => Assert.NotEmpty(RegisterDatasets.RecordsOf(dataset, table, i)));
        }
    }

    [Fact]
    public void Unknown_dimensions_have_a_code_and_points_of_ids_are_changed()
    {
        Installation.LoadRegisters(null, TestContext.Current.CancellationToken);
        var members = Installation.Dataset("MEMBERSHIPS", null);

        Assert.Contains("OOO", members.Observations.Codes[members.Definition.Dimension("AREA")]);
        Assert.All(members.Observations.Codes[members.Definition.Dimension("PROCESS")], code => Assert.DoesNotContain('.', code));
    }

    private static IEnumerable<string> Lines(Dataset dataset)
    {
        var o = dataset.Observations;
        return Enumerable.Range(0, o.Count).Select(i => $"{string.Join('.', Enumerable.Range(0, o.Codes.Count).Select(d => o.Code(d, i)))} {o.Times[i]} = {o.Values[i].ToString(CultureInfo.InvariantCulture)}");
    }

    private void Publish(params (string Id, (string, string)[] Filled)[] records) => registry.Records.Import(
        Registry.Approver, ResourceCentres.Id,
        [.. records.Select(record => new RecordRow(Text.Same(record.Id), record.Id, ResourceCentres.Centre([("city", record.Id), .. record.Filled])))],
        "approved", "", TestContext.Current.CancellationToken);
}
