using Periplo.Sdmx.Rest;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class QueryPeriodsTests
{
    [Theory]
    [InlineData("2015", "2015", "2015")]
    [InlineData("2015-A1", "2015", "2015")]
    [InlineData("2015-S1", "2015-S1", "2015-S1")]
    [InlineData("2015-Q2", "2015-Q2", "2015-Q2")]
    [InlineData("2015-T2", "2015-05", "2015-08")]
    [InlineData("2015-T3", "2015-09", "2015-12")]
    [InlineData("2015-M07", "2015-07", "2015-07")]
    [InlineData("2015-07", "2015-07", "2015-07")]
    [InlineData("2015-W07", "2015-W07", "2015-W07")]
    [InlineData("2015-D200", "2015-07-19", "2015-07-19")]
    [InlineData("2016-D366", "2016-12-31", "2016-12-31")]
    [InlineData("2015-07-19", "2015-07-19", "2015-07-19")]
    [InlineData("2015-07-19T12:30:00", "2015-07-19", "2015-07-19")]
    [InlineData("2015-07-19T12:30:00.5Z", "2015-07-19", "2015-07-19")]
    [InlineData("2015-07-19T23:59:59+02:00", "2015-07-19", "2015-07-19")]
    [InlineData("2015Z", "2015", "2015")]
    [InlineData("2015-07+02:00", "2015-07", "2015-07")]
    [InlineData("2015-07-19-05:00", "2015-07-19", "2015-07-19")]
    public void Period_of_a_query_is_read(string text, string first, string last)
    {
        Assert.True(QueryPeriods.TryParse(text, atEnd: false, out var from));
        Assert.True(QueryPeriods.TryParse(text, atEnd: true, out var to));
        Assert.Equal((first, last), (from.ToString(), to.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("0000")]
    [InlineData("20150")]
    [InlineData("-2015")]
    [InlineData("2015-Q5")]
    [InlineData("2015-T4")]
    [InlineData("2015-T0")]
    [InlineData("2015-W54")]
    [InlineData("2015-D366")]
    [InlineData("2015-D0")]
    [InlineData("2015-13")]
    [InlineData("2015-02-30")]
    [InlineData("2015-07-19T25:00:00")]
    [InlineData("2015-07-19T")]
    [InlineData("2015-07-19Tnoon")]
    [InlineData("2015-Q1Z")]
    [InlineData("2015-01-01/P1Y")]
    [InlineData("2015+15:00")]
    [InlineData("2015-07-19T12:30:00+2:00")]
    public void Text_that_is_no_period_is_told(string text)
    {
        Assert.False(QueryPeriods.TryParse(text, atEnd: false, out _));
    }

    [Theory]
    [InlineData("2015", "2015-01-01T00:00:00Z")]
    [InlineData("2015-03", "2015-03-01T00:00:00Z")]
    [InlineData("2015-03-02", "2015-03-02T00:00:00Z")]
    [InlineData("2015-03-02T04:05", "2015-03-02T04:05:00Z")]
    [InlineData("2015-03-02T04:05:06", "2015-03-02T04:05:06Z")]
    [InlineData("2015-03-02T04:05:06.789Z", "2015-03-02T04:05:06.789Z")]
    [InlineData("2015-03-02T04:05:06+01:30", "2015-03-02T02:35:06Z")]
    [InlineData("2015-03-02T04:05:06-05:00", "2015-03-02T09:05:06Z")]
    [InlineData("2015-03-02Z", "2015-03-02T00:00:00Z")]
    public void Moment_is_read_without_a_zone_as_that_of_the_server(string text, string expected)
    {
        Assert.True(QueryPeriods.TryMoment(text, out var moment));
        Assert.Equal(DateTimeOffset.Parse(expected), moment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2015-13-01")]
    [InlineData("2015-03-02T24:05:06")]
    [InlineData("2015-03-02 04:05:06")]
    [InlineData("2015-Q1")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void Text_that_is_no_moment_is_told(string text)
    {
        Assert.False(QueryPeriods.TryMoment(text, out _));
    }
}
