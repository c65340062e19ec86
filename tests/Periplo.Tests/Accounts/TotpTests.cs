using System.Text;
using Periplo.Observatory;
using Xunit;

namespace Periplo.Tests.Accounts;

public class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The vectors of RFC 6238, appendix B, for SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_is_that_of_the_rfc(long seconds, string code)
    {
        var step = Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, Totp.Code(Secret, step, digits: 8));
        Assert.Equal(code[2..], Totp.Code(Secret, step));
    }

    /// <summary>The vectors of RFC 4226, appendix D: the same by a counter.</summary>
    [Fact]
    public void Code_by_counter_is_that_of_the_rfc() => Assert.Equal(
        ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"],
        Enumerable.Range(0, 10).Select(counter => Totp.Code(Secret, counter)));

    [Fact]
    public void Code_is_found_one_step_off_and_no_further_and_only_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);
        var step = Totp.StepOf(now);
        foreach (var off in new[] { -2, -1, 0, 1, 2 })
            Assert.Equal(Math.Abs(off) < 2 ? step + off : null, Totp.Find(Secret, Totp.Code(Secret, step + off), now, 0));
        Assert.Null(Totp.Find(Secret, Totp.Code(Secret, step), now, usedUpTo: step));
        Assert.Null(Totp.Find(Secret, Totp.Code(Secret, step - 1), now, usedUpTo: step));
        Assert.Equal(step + 1, Totp.Find(Secret, Totp.Code(Secret, step + 1), now, usedUpTo: step));
        foreach (var typed in new[] { "", "1", "abcdef", "٣٣٣٣٣٣", Totp.Code(Secret, step) + "0" })
            Assert.Null(Totp.Find(Secret, typed, now, 0));
    }

    /// <summary>The vectors of RFC 4648, section 10, without their padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Text_is_that_of_the_rfc(string bytes, string text) => Assert.Equal(text, Totp.Text(Encoding.ASCII.GetBytes(bytes)));
}
