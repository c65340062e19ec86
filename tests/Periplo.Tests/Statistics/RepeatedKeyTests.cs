using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public sealed class RepeatedKeyTests
{
    [Theory]
    [InlineData(null, "2 Including refugees.")]
    [InlineData("2 Including refugees.", null)]
    public void Footnote_printed_by_one_of_two_files_that_agree_is_kept(string? first, string? second)
    {
        var builder = new ObservationsBuilder(new DatasetDefinitions(BundledData.Areas).Demography);
        foreach (var (dimension, code) in new[] { ("FREQ", "A"), ("REF_AREA", "GTM"), ("MEASURE", "POP_MID"), ("SEX", "_T"), ("AGE", "_T"), ("UNIT_MEASURE", "PS") })
            builder.Set(dimension, code);
        builder.Add(TimePeriod.OfYear(2020), 5, ObservationStatus.E, new(3, null, first), SourceRow.Line(2));
        builder.Add(TimePeriod.OfYear(2020), 5, ObservationStatus.E, new(3, null, second), SourceRow.Line(3));
        var observations = builder.Build((key, _, _) => throw new InvalidOperationException(key));
        Assert.Equal(1, observations.Count);
        Assert.Equal("2 Including refugees.", observations.AttributeSets[observations.Attributes[0]].Comment);
    }
}
