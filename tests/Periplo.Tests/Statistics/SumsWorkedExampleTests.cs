using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

/// <summary>The worked example of docs/methods/sums.md.</summary>
public sealed class SumsWorkedExampleTests
{
    [Fact]
    public void The_example_of_the_page_gives_the_sums_of_the_page()
    {
        var definition = new DatasetDefinitions(BundledData.Areas).Stock;
        var builder = new ObservationsBuilder(definition);
        foreach (var (dimension, code) in new[] { ("FREQ", "A"), ("REF_AREA", "EGY"), ("ORIGIN_BASIS", "_T"), ("MEASURE", "STOCK"), ("SEX", "_T"), ("AGE", "_T"), ("EDUCATION_LEV", "_T"), ("UNIT_MEASURE", "PS") })
            builder.Set(dimension, code);
        (string Origin, int Year, double Value)[] table =
        [
            ("SUD", 2010, 120), ("SDN", 2010, 70), ("SSD", 2010, 50), ("002", 2010, 120),
            ("SDN", 2015, 80), ("SSD", 2015, double.NaN), ("002", 2015, 80),
            ("SDN", 2020, 90), ("SSD", 2020, 40), ("002", 2020, 130), ("_T", 2020, 135),
        ];
        foreach (var (origin, year, value) in table)
        {
            builder.Set("COUNTERPART_AREA", origin);
            builder.Add(TimePeriod.OfYear(year), value, double.IsNaN(value) ? ObservationStatus.O : ObservationStatus.A, AttributeSet.Units, SourceRow.Line(1));
        }

        var dataset = new Dataset(definition, new("STOCK", "EXAMPLE", "1"), [], builder.Build((key, _, _) => throw new InvalidOperationException(key)));
        var totals = new Totals(dataset, BundledData.Areas).ByPeriod(Query.All, "COUNTERPART_AREA");

        Assert.Equal(120, totals[TimePeriod.OfYear(2010)].Value);
        Assert.False(totals[TimePeriod.OfYear(2010)].Missing > 0);
        Assert.Equal((80, 1), (totals[TimePeriod.OfYear(2015)].Value, totals[TimePeriod.OfYear(2015)].Missing));
        Assert.Equal((135, true), (totals[TimePeriod.OfYear(2020)].Value, totals[TimePeriod.OfYear(2020)].IsPublished));
    }
}
