using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Languages;

public sealed class NumbersTest
{
    [Theory]
    [InlineData(1234.5, "1,234.5")]
    [InlineData(-1234.5, "\u22121,234.5")]
    [InlineData(0, "0.0")]
    [InlineData(-0.04, "0.0")]
    [InlineData(8.25, "8.3")]
    public void Plain_GroupsThousandsAndUsesTheMinusSign(double value, string expected)
    {
        Assert.Equal(expected, Numbers.Format(value, new(NumberForm.Plain, 1), Language.Es));
        Assert.Equal(expected, Numbers.Format(value, new(NumberForm.Plain, 1), Language.En));
        Assert.Equal(expected.Replace(',', '\u202F').Replace('.', ','), Numbers.Format(value, new(NumberForm.Plain, 1), Language.Fr));
    }

    [Theory]
    [InlineData(0, "0", "0", "0")]
    [InlineData(9_999, "9,999", "9,999", "9_999")]
    [InlineData(45_300, "45.3 mil", "45.3 thousand", "45_300")]
    [InlineData(999_960, "1 millón", "1 million", "1 million")]
    [InlineData(1_000_000, "1 millón", "1 million", "1 million")]
    [InlineData(10_853_105, "10.9 millones", "10.9 million", "10,9 millions")]
    [InlineData(280_598_105, "281 millones", "281 million", "281 millions")]
    [InlineData(1_200_000_000, "1.2 mil millones", "1.2 billion", "1,2 milliard")]
    [InlineData(1_960_000, "2 millones", "2 million", "2 millions")]
    [InlineData(5e15, "5,000 billones", "5,000 trillion", "5_000 billions")]
    [InlineData(2e12, "2 billones", "2 trillion", "2 billions")]
    [InlineData(-2_500_000, "\u22122.5 millones", "\u22122.5 million", "\u22122,5 millions")]
    public void Compact_TakesTheWordOfTheLanguage(double value, string spanish, string english, string french)
    {
        Assert.Equal(french.Replace(' ', '\u00A0').Replace('_', '\u202F'), Numbers.Format(value, NumberStyle.Compact, Language.Fr));
        Assert.Equal(spanish.Replace(' ', '\u00A0'), Numbers.Format(value, NumberStyle.Compact, Language.Es));
        Assert.Equal(english.Replace(' ', '\u00A0'), Numbers.Format(value, NumberStyle.Compact, Language.En));
    }

    [Theory]
    [InlineData(20_000, "20 mil", "20k", "20 k")]
    [InlineData(5_000_000, "5 M", "5M", "5 M")]
    [InlineData(5_000_000_000, "5,000 M", "5bn", "5 Md")]
    public void Short_FitsAnAxis(double value, string spanish, string english, string french)
    {
        Assert.Equal(french.Replace(' ', '\u00A0'), Numbers.Format(value, NumberStyle.Short, Language.Fr));
        Assert.Equal(spanish.Replace(' ', '\u00A0'), Numbers.Format(value, NumberStyle.Short, Language.Es));
        Assert.Equal(english, Numbers.Format(value, NumberStyle.Short, Language.En));
    }

    [Fact]
    public void Percent_HasNoSpaceInEnglish()
    {
        Assert.Equal("3.6\u00A0%", Numbers.Format(3.6, NumberStyle.Percent, Language.Es));
        Assert.Equal("3.6%", Numbers.Format(3.6, NumberStyle.Percent, Language.En));
        Assert.Equal("3,6\u00A0%", Numbers.Format(3.6, NumberStyle.Percent, Language.Fr));
    }

    [Fact]
    public void Year_HasNoGroups() => Assert.Equal("2020", Numbers.Format(2020, NumberStyle.Year, Language.Es));

    [Fact]
    public void Missing_SaysWhyWhereKnown()
    {
        Assert.Equal("s. d.", Numbers.Format(double.NaN, NumberStyle.Whole, Language.Es));
        Assert.Equal("n/a (confidential)", Numbers.MissingBecause(new("confidencial", "confidential", "confidential")).En);
        Assert.Equal("s. d.", Numbers.MissingBecause(null).Es);
    }

    [Fact]
    public void LongestNumber_HoldsTheGreatest()
    {
        Assert.NotEmpty(Numbers.Format(double.MaxValue, NumberStyle.Compact, Language.Es));
        Assert.NotEmpty(Numbers.Format(-1e300, new(NumberForm.Plain, 2), Language.En));
        Assert.NotEmpty(Numbers.Format(double.MinValue, new(NumberForm.Plain, 9), Language.Fr));
    }
}
