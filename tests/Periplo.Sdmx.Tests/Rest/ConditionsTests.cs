using Periplo.Sdmx.Rest;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class ConditionsTests
{
    private const string Tag = "W/\"abc\"";

    private static readonly DateTimeOffset Changed = new(2026, 11, 28, 9, 0, 0, 500, TimeSpan.Zero);

    [Theory]
    [InlineData("W/\"abc\"", true)]
    [InlineData("\"abc\"", true)]
    [InlineData("\"x\", W/\"abc\"", true)]
    [InlineData("*", true)]
    [InlineData("\"abcd\"", false)]
    [InlineData("abc", false)]
    public void Tag_that_the_client_has_is_unchanged(string header, bool unchanged)
    {
        Assert.Equal(unchanged, Conditions.IsUnchanged(header, null, Tag, Changed));

        // Where a tag is given the date does not count.
        Assert.Equal(unchanged, Conditions.IsUnchanged(header, "Sat, 28 Nov 2026 09:00:00 GMT", Tag, Changed));
    }

    [Theory]
    [InlineData("Sat, 28 Nov 2026 09:00:00 GMT", true)]
    [InlineData("Sun, 29 Nov 2026 00:00:00 GMT", true)]
    [InlineData("Sat, 28 Nov 2026 08:59:59 GMT", false)]
    [InlineData("Saturday, 28-Nov-26 09:00:00 GMT", true)]
    [InlineData("Sat Nov 28 09:00:00 2026", true)]
    [InlineData("Sat Nov 28 2026 10:00:00 GMT+0100 (Central European Standard Time)", true)]
    [InlineData("Sat Nov 28 2026 10:00:00 GMT+0100", true)]
    [InlineData("Sat Nov 28 2026 09:30:00 GMT+0100 (CET)", false)]
    [InlineData("Sat Nov 28 2026 03:00:00 GMT-0600 (hora estándar central)", true)]
    [InlineData("2026-11-28T09:00:00Z", true)]
    [InlineData("2026-11-28T09:00:00.000Z", true)]
    [InlineData("2026-11-28T03:00:00-06:00", true)]
    [InlineData("2026-11-29", true)]
    [InlineData("yesterday", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Sat Nov 28 2026 10:00:00 GMT+9999", false)]
    public void Date_is_read_in_every_form_that_clients_send(string? header, bool unchanged)
    {
        Assert.Equal(unchanged, Conditions.IsUnchanged(null, header, Tag, Changed));
    }

    [Fact]
    public void Tag_is_the_same_for_the_same_parts_and_no_others()
    {
        Assert.Equal(EntityTag.Of("a", "b"), EntityTag.Of("a", "b"));
        Assert.NotEqual(EntityTag.Of("a", "b"), EntityTag.Of("ab", ""));
        Assert.NotEqual(EntityTag.Of("a", "b"), EntityTag.Of("b", "a"));
        Assert.Matches("^W/\"[0-9a-f]{16}\"$", EntityTag.Of("a"));
    }

    [Fact]
    public void Damaged_dates_never_fail()
    {
        Property.HoldsOnAllCores(TestCounts.SdmxRequests / 10, random =>
        {
            var header = System.Text.Encoding.Latin1.GetString(Mutation.Of("Sat Nov 28 2026 10:00:00 GMT+0100 (Central European Standard Time)"u8.ToArray(), random));
            Conditions.IsUnchanged(null, header, Tag, Changed);
            Conditions.IsUnchanged(header, header, Tag, Changed);
        });
    }
}
