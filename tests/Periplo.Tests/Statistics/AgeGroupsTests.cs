using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class AgeGroupsTests
{
    [Theory]
    [InlineData("Y25", 25, 25)]
    [InlineData("Y0T4", 0, 4)]
    [InlineData("Y100T104", 100, 104)]
    [InlineData("Y_LT15", 0, 14)]
    [InlineData("Y_GE65", 65, int.MaxValue)]
    public void Span_of_a_code_is_its_completed_years(string code, int from, int to)
    {
        Assert.Equal((from, to), AgeGroups.Span(code));
    }

    [Theory]
    [InlineData("_T")]
    [InlineData("_U")]
    [InlineData("_Z")]
    [InlineData("Y")]
    [InlineData("YT4")]
    [InlineData("Y_LT")]
    public void Span_of_what_is_no_group_is_null(string code)
    {
        Assert.Null(AgeGroups.Span(code));
    }

    [Fact]
    public void Span_is_known_for_every_code_of_the_list_but_the_special_ones()
    {
        var ages = Sample.Definitions.Stock.Structure.Dimensions.Single(dimension => dimension.Id == "AGE").CodeList.Codes;

        Assert.Equal(["_T", "_U", "_Z"], ages.Where(code => AgeGroups.Span(code.Id) is null).Select(code => code.Id));
        Assert.All(ages, code => Assert.True(AgeGroups.Span(code.Id) is not { } span || span.From <= span.To));
    }
}
