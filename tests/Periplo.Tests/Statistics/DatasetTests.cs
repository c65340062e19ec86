using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class DatasetTests
{
    [Fact]
    public void Select_gives_what_a_plain_search_gives()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var definition = Sample.Definitions.All[random.Next(Sample.Definitions.All.Count)];
            var dataset = Sample.Dataset(definition, Sample.Random(definition, random, 150));
            for (var queries = 0; queries < 5; queries++)
            {
                var query = RandomQuery(dataset, random);

                Assert.Equal(PlainSearch(dataset, query), dataset.Select(query));
            }
        });
    }

    [Fact]
    public void Select_dimension_the_structure_lacks_throws()
    {
        Assert.Throws<ArgumentException>(() => Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1)).Select(Query.All.Where("NO_SUCH", "A")));
    }

    [Fact]
    public void Select_span_holds_whole_periods_only()
    {
        var dataset = Sample.Dataset(Sample.Definitions.Demography, new[] { "2019-12", "2020", "2020-Q1", "2020-12", "2021-01" }
            .Select((time, i) => new SampleRow(["A", "MEX", "BIRTHS", "_T", "_T", "PS"], Sample.Period(time), i, ObservationStatus.A, AttributeSet.Units, SourceRow.Line(i + 2))));

        string[] During(TimePeriod? from, TimePeriod? to) => [.. dataset.Select(Query.All.During(from, to)).Select(i => $"{dataset.Observations.Times[i]}").Order(StringComparer.Ordinal)];

        Assert.Equal(["2020", "2020-12", "2020-Q1"], During(TimePeriod.OfYear(2020), TimePeriod.OfYear(2020)));
        Assert.Equal(["2020-12", "2021-01"], During(Sample.Period("2020-02"), null));
        Assert.Equal(["2019-12", "2020-Q1"], During(null, Sample.Period("2020-Q2")));
    }

    [Fact]
    public void Select_to_the_last_month_of_time_is_everything()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 1));

        Assert.Single(dataset.Select(Query.All.During(null, Sample.Period("9999-12"))));
    }

    [Fact]
    public void With_code_gives_its_observations_and_none_for_a_code_that_does_not_occur()
    {
        var dataset = Sample.Stock(Sample.Stock("CAN", "MEX", 2020, 1), Sample.Stock("USA", "GTM", 2020, 2), Sample.Stock("USA", "MEX", 2020, 3));

        Assert.Equal([0, 2], dataset.With(2, "MEX").ToArray());
        Assert.Equal([0, 1, 2], dataset.With(0, "A").ToArray());
        Assert.Equal([], dataset.With(2, "ESP").ToArray());
    }

    [Fact]
    public void Cursor_passes_over_the_selected_in_order_with_all_they_carry()
    {
        var dataset = Sample.Stock(
            Sample.Stock("USA", "MEX", 2020, 10_853.1, set: new(3, "BR", "nota")), Sample.MissingStock("USA", "MEX", 2021), Sample.Stock("CAN", "MEX", 2020, 1));
        var cursor = dataset.Cursor(Query.All.Where("REF_AREA", "USA"));

        Assert.True(cursor.Read());
        Assert.Equal(("USA", "2020", 10_853.1, ObservationStatus.A), (cursor.Code(1), cursor.Time.ToString(), cursor.Value, cursor.Status));
        Assert.Equal(["A", "3", "BR", "nota"], Enumerable.Range(0, cursor.Structure.Attributes.Count).Select(cursor.Attribute));
        Assert.True(cursor.Read());
        Assert.True(double.IsNaN(cursor.Value));
        Assert.Equal(["O", "0", null, null], Enumerable.Range(0, cursor.Structure.Attributes.Count).Select(cursor.Attribute));
        Assert.False(cursor.Read());
    }

    [Fact]
    public void Plain_value_is_multiplied_without_binary_dust()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 10_853.105, set: new(3)), Sample.Stock("USA", "MEX", 2021, 0.1, set: new(6)), Sample.MissingStock("USA", "MEX", 2022));

        Assert.Equal([10_853_105, 100_000, double.NaN], Enumerable.Range(0, 3).Select(dataset.Plain));
    }

    [Fact]
    public void Assemble_parts_gives_the_union_and_the_part_of_each_observation()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var rows = Sample.Random(Sample.Definitions.Stock, random, 120);
            var files = rows.GroupBy(_ => random.Next(3)).Select(file => file.ToList()).ToList();
            // A figure two files hold is kept once, from the first.
            if (files.Count > 1)
                files[1].AddRange(files[0].Where(_ => random.Next(4) == 0));
            var (dataset, _) = Assembled([.. files.Select(file => (IReadOnlyList<SampleRow>)file)]);
            if (dataset is null)
                return;

            Assert.Equal(Sample.Lines(rows), Sample.Lines(dataset.Observations));
            for (var i = 0; i < rows.Count; i++)
                Assert.Equal($"file{files.FindIndex(file => file.Contains(rows[i]))}.csv", dataset.PartOf(i).File.Name);
        });
    }

    [Fact]
    public void Assemble_after_an_empty_part_names_the_right_part()
    {
        var (dataset, _) = Assembled([], [Sample.Stock("USA", "MEX", 2020, 1)]);

        Assert.Equal("file1.csv", dataset!.PartOf(0).File.Name);
    }

    [Fact]
    public void Assemble_chunk_of_another_structure_is_refused()
    {
        var observations = Sample.Build(Sample.Definitions.Demography,
            [new(["A", "MEX", "BIRTHS", "_T", "_T", "PS"], TimePeriod.OfYear(2020), 1, ObservationStatus.A, AttributeSet.Units, SourceRow.Line(2))]);
        var part = Sample.Part(Sample.Definitions.Stock, observations);
        var chunk = ObservationChunk.Cut(observations).Single();

        Assert.Throws<InvalidDataException>(() => Dataset.Assemble(Sample.Definitions.Stock, [part], _ => chunk));
    }

    [Fact]
    public void Assemble_chunk_with_a_code_that_the_list_lacks_is_refused_by_name()
    {
        var definition = Sample.Definitions.Stock;
        var observations = Sample.Build(definition, [Sample.Stock("USA", "MEX", 2020, 1)]);
        observations.Codes[1][0] = "ATLANTIS";
        var chunk = ObservationChunk.Cut(observations).Single();
        var part = Sample.Part(definition, observations);

        var error = Assert.Throws<InvalidDataException>(() => Dataset.Assemble(definition, [part], _ => chunk));

        Assert.Contains("REF_AREA ATLANTIS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ContentHash_is_of_the_figures_not_of_the_order_of_import()
    {
        IReadOnlyList<SampleRow> first = [Sample.Stock("USA", "MEX", 2020, 1)];
        IReadOnlyList<SampleRow> second = [Sample.Stock("USA", "GTM", 2020, 2)];

        Assert.Equal(Assembled(first, second).Dataset!.ContentHash, Assembled(second, first).Dataset!.ContentHash);
        Assert.NotEqual(Assembled(first, second).Dataset!.ContentHash, Assembled(first).Dataset!.ContentHash);
    }

    [Fact]
    public void CheckAgrees_new_keys_and_equal_values_pass()
    {
        var dataset = Sample.Stock(Sample.Stock("USA", "MEX", 2020, 5), Sample.Stock("USA", "GTM", 2020, 6));
        var added = Sample.Build(Sample.Definitions.Stock, [Sample.Stock("USA", "MEX", 2020, 5, row: 9), Sample.Stock("CAN", "MEX", 2020, 7)]);

        dataset.CheckAgrees(added, (key, _, _, _) => new InvalidDataException(key));
    }

    [Fact]
    public void CheckAgrees_another_value_is_told_with_both_places()
    {
        // Three periods that begin together: the key must be found by its own period, not by the span of it.
        SampleRow Row(string time, double value, int row) => Sample.Stock("USA", "MEX", 2020, value, row: row) with { Time = Sample.Period(time) };
        var dataset = Sample.Stock(Row("2020-Q1", 1, 2), Row("2020", 5, 3), Row("2020-S1", 2, 4));
        var added = Sample.Build(Sample.Definitions.Stock, [Row("2020", 6, 30)]);

        var error = Assert.Throws<InvalidDataException>(() => dataset.CheckAgrees(added, (key, held, value, row) =>
            new InvalidDataException($"{key} {dataset.Observations.Rows[held].Packed} {value} {row.Packed}")));

        Assert.Equal("A.USA.MEX._T.STOCK._T._T._T.PS:2020 3 6 30", error.Message);
    }

    [Fact]
    public void CheckAgrees_more_distinct_remarks_than_can_be_numbered_is_explained()
    {
        var areas = Sample.Definitions.Stock.Structure.Dimensions[1].CodeList.Codes;
        IEnumerable<SampleRow> Rows(int year) => Enumerable.Range(0, 40_000)
            .Select(i => Sample.Stock(areas[i / 200].Id, areas[i % 200].Id, year, 1, set: new(0, null, $"{year} {i}")));
        var dataset = Sample.Dataset(Sample.Definitions.Stock, Rows(2020));
        var added = Sample.Build(Sample.Definitions.Stock, Rows(2021));

        Assert.Throws<StatisticsException>(() => dataset.CheckAgrees(added, (key, _, _, _) => new InvalidDataException(key)));
    }

    private static (Dataset? Dataset, List<ObservationChunk> Chunks) Assembled(params IReadOnlyList<SampleRow>[] files)
    {
        var chunks = new List<ObservationChunk>();
        var parts = new List<Part>();
        foreach (var rows in files)
        {
            var observations = Sample.Build(Sample.Definitions.Stock, rows);
            chunks.AddRange(ObservationChunk.Cut(observations));
            parts.Add(Sample.Part(Sample.Definitions.Stock, observations, file: $"file{parts.Count}.csv"));
        }

        return parts.Count == 0 ? (null, chunks) : (Dataset.Assemble(Sample.Definitions.Stock, parts, hash => chunks.First(chunk => chunk.Hash == hash)), chunks);
    }

    private static Query RandomQuery(Dataset dataset, Random random)
    {
        var query = Query.All;
        for (var d = 0; d < dataset.Definition.Structure.Dimensions.Count; d++)
        {
            if (random.Next(3) > 0)
                continue;
            var held = dataset.Observations.Codes[d].Append("_Z").Append("no such code").ToArray();
            query = query.Where(dataset.Definition.Structure.Dimensions[d].Id, [.. Enumerable.Range(0, random.Next(4)).Select(_ => held[random.Next(held.Length)])]);
        }

        return random.Next(2) == 0 ? query : query.During(random.Next(3) == 0 ? null : Sample.Period(random), random.Next(3) == 0 ? null : Sample.Period(random));
    }

    private static List<int> PlainSearch(Dataset dataset, Query query) =>
    [
        .. Enumerable.Range(0, dataset.Observations.Count).Where(i =>
            query.Codes.All(pair => pair.Value.Contains(dataset.Observations.Code(dataset.Definition.Dimension(pair.Key), i)))
            && (query.From is not { } from || dataset.Observations.Times[i].FirstDay >= from.FirstDay)
            && (query.To is not { } to || dataset.Observations.Times[i].LastDay <= to.LastDay)),
    ];
}
