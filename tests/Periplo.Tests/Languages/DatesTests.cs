using Periplo.Languages;
using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Languages;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2008-07-15", "15 de julio de 2008", "15 July 2008", "15 juillet 2008")]
    [InlineData("2008-08-01", "1 de agosto de 2008", "1 August 2008", "1er août 2008")]
    [InlineData("2008-02", "febrero de 2008", "February 2008", "février 2008")]
    [InlineData("2008", "2008", "2008", "2008")]
    public void Date_is_written_as_exactly_as_it_is_known_in_each_language(string written, string spanish, string english, string french)
    {
        Assert.True(TimePeriod.TryParse(written, out var period));
        foreach (var words in (Text[])[Dates.InWords(written), DateWords.In(period)])
            Assert.Equal(new(spanish, english, french), words);
    }
}
