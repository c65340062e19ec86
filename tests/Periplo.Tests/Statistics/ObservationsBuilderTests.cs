using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class ObservationsBuilderTests
{
    [Fact]
    public void Build_any_order_in_gives_the_same_observations_sorted()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var definition = Sample.Definitions.All[random.Next(Sample.Definitions.All.Count)];
            var rows = Sample.Random(definition, random, 200);
            var expected = Sample.Lines(rows);
            Sample.Shuffle(random, rows);

            var built = Sample.Build(definition, rows);

            Assert.Equal(expected, Sample.Lines(built));
            Assert.All(built.Codes, codes => Assert.Equal(codes.Order(StringComparer.Ordinal), codes));
        });
    }

    [Fact]
    public void Build_repeats_that_agree_are_kept_once()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var rows = Sample.Random(Sample.Definitions.Stock, random, 60);
            var expected = Sample.Lines(rows, rows: false);
            foreach (var row in rows.Where(_ => random.Next(3) == 0).ToList())
                rows.Add(row with { Row = SourceRow.Line(random.Next(1, 1000)), Set = row.Set with { Comment = row.Set.Comment } });
            Sample.Shuffle(random, rows);

            Assert.Equal(expected, Sample.Lines(Sample.Build(Sample.Definitions.Stock, rows), rows: false));
        });
    }

    [Fact]
    public void Build_repeat_with_another_remark_keeps_the_first()
    {
        var built = Sample.Build(Sample.Definitions.Stock,
        [
            Sample.Stock("USA", "MEX", 2020, 5, set: new(0, null, "first"), row: 2),
            Sample.Stock("USA", "MEX", 2020, 5, set: new(0, null, "second"), row: 3),
        ]);

        Assert.Equal("first", built.AttributeSets[built.Attributes[0]].Comment);
        Assert.Equal(1, built.Count);
    }

    public static TheoryData<double, char, int> Disagreements => new() { { 6, 'A', 0 }, { double.NaN, 'O', 0 }, { 5, 'E', 0 }, { 5, 'A', 3 } };

    [Theory]
    [MemberData(nameof(Disagreements))]
    public void Build_repeats_that_disagree_are_given_to_the_caller_with_their_rows(double value, char status, int multiplier)
    {
        var builder = new ObservationsBuilder(Sample.Definitions.Stock);
        foreach (var row in new[]
        {
            Sample.Stock("USA", "MEX", 2020, 5, row: 7), Sample.Stock("USA", "GTM", 2020, 1, row: 8),
            Sample.Stock("USA", "MEX", 2020, value, status: (ObservationStatus)status, set: new(multiplier), row: 9),
        })
        {
            for (var d = 0; d < row.Codes.Length; d++)
                builder.Set(d, row.Codes[d]);
            builder.Add(row.Time, row.Value, row.Status, row.Set, row.Row);
        }

        var told = "";
        Assert.Throws<InvalidDataException>(() => builder.Build((key, kept, repeated) =>
        {
            told = $"{key} {kept.Packed} {repeated.Packed}";
            throw new InvalidDataException();
        }));

        Assert.Equal("A.USA.MEX._T.STOCK._T._T._T.PS:2020 7 9", told);
    }

    [Fact]
    public void Set_code_that_the_list_lacks_is_refused()
    {
        var builder = new ObservationsBuilder(Sample.Definitions.Stock);

        Assert.Throws<ArgumentException>(() => builder.Set("REF_AREA", "XYZ"));
        Assert.Throws<ArgumentException>(() => builder.Set("NO_SUCH", "MEX"));
    }

    [Theory]
    [InlineData(double.NaN, 'A')]
    [InlineData(0, 'O')]
    [InlineData(double.PositiveInfinity, 'A')]
    [InlineData(double.NegativeInfinity, 'M')]
    public void Add_value_that_belies_its_status_is_refused(double value, char status)
    {
        var builder = new ObservationsBuilder(Sample.Definitions.Stock);

        Assert.Throws<ArgumentException>(() => builder.Add(TimePeriod.OfYear(2020), value, (ObservationStatus)status, AttributeSet.Units, SourceRow.Line(2)));
    }

    [Fact]
    public void Add_more_distinct_remarks_than_can_be_numbered_is_refused_like_too_many_figures()
    {
        var builder = new ObservationsBuilder(Sample.Definitions.Stock);
        void Add(int remark) => builder.Add(TimePeriod.OfYear(2020), 1, ObservationStatus.A, new(0, null, $"{remark}"), SourceRow.Line(2));
        for (var i = 0; i <= ushort.MaxValue; i++)
            Add(i);

        Assert.Throws<InvalidOperationException>(() => Add(ushort.MaxValue + 1));
        Assert.Equal(ushort.MaxValue + 1, builder.Count);
    }

    [Fact]
    public void Build_with_a_dimension_never_set_is_refused_by_name()
    {
        var builder = new ObservationsBuilder(Sample.Definitions.Stock);
        builder.Set("REF_AREA", "USA");
        builder.Add(TimePeriod.OfYear(2020), 1, ObservationStatus.A, AttributeSet.Units, SourceRow.Line(2));

        var error = Assert.Throws<InvalidOperationException>(() => builder.Build((_, _, _) => throw new InvalidDataException()));

        Assert.Contains("FREQ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_of_nothing_is_empty()
    {
        Assert.Equal(0, new ObservationsBuilder(Sample.Definitions.Stock).Build((_, _, _) => throw new InvalidDataException()).Count);
    }
}
