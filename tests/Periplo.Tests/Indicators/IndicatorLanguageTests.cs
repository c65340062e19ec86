using System.Text;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Indicators;

/// <summary>The language of formulas: what it takes, and how it refuses the rest.</summary>
public sealed class IndicatorLanguageTests
{
    private const string Stock = "STOCK[REF_AREA=area, COUNTERPART_AREA=sum, MEASURE=STOCK, UNIT_MEASURE=PS]";
    private const string People = "DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, UNIT_MEASURE=PS]";

    [Theory]
    [InlineData("PS", Stock)]
    [InlineData("PS", People + " - " + Stock)]
    [InlineData("PT", "100 PT * " + Stock + " / " + People)]
    [InlineData("PT", "100 PT * (" + People + " - " + People + " lag 5) / " + People + " lag 5")]
    [InlineData("PURE_NUMB", Stock + " / " + People)]
    [InlineData("PS", "2 * " + Stock + " * (3 - 1)")]
    [InlineData("PS", "DEMOGRAPHY@UNDESA.2019[REF_AREA=area, MEASURE=POP_MID, AGE=Y0T4 + Y5T9, SEX=each, UNIT_MEASURE=PS, TIME_PERIOD=2020]")]
    [InlineData("USD_PS", "REMITTANCES[REF_AREA=area, COUNTERPART_AREA=_Z, INDICATOR=GDP, SERVICE_TYPE=_Z, INSTRUMENT=_Z, AMOUNT=_Z, UNIT_MEASURE=USD] / " + People)]
    public void Formula_is_taken(string unit, string formula)
    {
        var indicator = IndicatorFiles.Read(IndicatorFiles.Block($"unit: {unit}\nformula: \"{formula}\"")).All[0];
        Assert.Equal(formula, indicator.Measures[0].Formula!.Text);
    }

    [Theory]
    [InlineData("PS", "STOKC[REF_AREA=area]", "There is no dataset \"STOKC\" (place 1)")]
    [InlineData("PS", "STOCK[REF_AREA=area, ORIGIN=sum]", "STOCK has no dimension \"ORIGIN\" (place 22)")]
    [InlineData("PS", "STOCK[REF_AREA=area, MEASURE=STOK]", "MEASURE has no code \"STOK\"")]
    [InlineData("PS", "STOCK[REF_AREA=area, MEASURE=STOCK, MEASURE=POP]", "MEASURE is repeated")]
    [InlineData("PS", "STOCK[REF_AREA=area, MEASURE=STOCK, UNIT_MEASURE=PS]", "COUNTERPART_AREA is missing in STOCK")]
    [InlineData("PS", "STOCK[REF_AREA=area, COUNTERPART_AREA=area, MEASURE=STOCK, UNIT_MEASURE=PS]", "needs one dimension, and only one, equal to \"area\"")]
    [InlineData("PS", "STOCK[REF_AREA=USA, COUNTERPART_AREA=sum, MEASURE=STOCK, UNIT_MEASURE=PS]", "needs one dimension, and only one, equal to \"area\"")]
    [InlineData("YR", "DEMOGRAPHY[REF_AREA=area, MEASURE=LIFE_EXP, SEX=sum, UNIT_MEASURE=YR]", "LIFE_EXP is a rate or an average")]
    [InlineData("PS", "DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, AGE=Y0T4+Y0T9, UNIT_MEASURE=PS]", "overlap")]
    [InlineData("PS", "DEMOGRAPHY[REF_AREA=area, MEASURE=sum, UNIT_MEASURE=PS]", "MEASURE cannot be summed over")]
    [InlineData("PS", Stock + " + 100 PT", "PS and PT cannot be added or subtracted")]
    [InlineData("PT", "100 * " + Stock + " / " + People, "The formula gives PURE_NUMB and the indicator declares PT")]
    [InlineData("PT", Stock, "The formula gives PS and the indicator declares PT")]
    [InlineData("PT", "100 PCT * " + Stock + " / " + People, "\"PCT\" is no unit")]
    [InlineData("PS", Stock + " / 0", "Division by zero")]
    [InlineData("PS", Stock + " / (2 - 2)", "Division by zero")]
    [InlineData("PS", "T1.01 + " + Stock, "The formula leads back to itself: T1.01 → T1.01")]
    [InlineData("PS", "T1.09", "T1.09 is no indicator with a formula")]
    [InlineData("PS", Stock + " lag", "After \"lag\" a number of years from 1 to 100 is expected")]
    [InlineData("PS", Stock + " lag 500", "After \"lag\" a number of years from 1 to 100 is expected")]
    [InlineData("PS", "100 PS", "The formula names no figures")]
    [InlineData("PS", "max(" + Stock + ")", "There is no dataset \"max\"")]
    [InlineData("PS", Stock + " > 3", "is not understood")]
    [InlineData("PS", "STOCK", "After STOCK its codes in brackets are needed")]
    [InlineData("PS", "STOCK[REF_AREA=area", "The bracket of STOCK is not closed")]
    [InlineData("PS", "(" + Stock, "A parenthesis is not closed")]
    [InlineData("PS", "", "ends where a value is needed")]
    [InlineData("PS", "STOCK[REF_AREA=area, COUNTERPART_AREA=each, MEASURE=STOCK, UNIT_MEASURE=PS] * 2", "stands alone")]
    [InlineData("HEADS", Stock, "\"HEADS\" is no unit")]
    public void Formula_is_refused_where_it_is_wrong(string unit, string formula, string expected)
    {
        var refused = Refused(IndicatorFiles.Block($"unit: {unit}\nformula: \"{formula}\""));
        Assert.Contains(expected, refused.Reason.En, StringComparison.Ordinal);
        Assert.Contains("t1.yaml, line", refused.Explanation.En, StringComparison.Ordinal);
        Assert.All([refused.Reason.Es, refused.Reason.Fr], Assert.NotEmpty);
    }

    [Fact]
    public void A_fault_has_its_line_and_column()
    {
        var refused = Refused(IndicatorFiles.Block("unit: PS\nformula: \"" + Stock + " - STOKC[REF_AREA=area]\""));
        // Three lines of the block, seven of the indicator before the unit, and the formula after it.
        Assert.Equal($"line 12, column {"    formula: \"".Length + Stock.Length + " - ".Length + 1}", refused.Place!.En);
    }

    [Fact]
    public void Indicators_may_not_go_round_in_a_circle()
    {
        var refused = Refused(IndicatorFiles.Block("unit: PS\nformula: \"T1.02\"", "unit: PS\nformula: \"T1.03\"", "unit: PS\nformula: \"T1.01\""));
        Assert.Contains("T1.01 → T1.02 → T1.03 → T1.01", refused.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Length_and_depth_have_bounds()
    {
        Assert.Contains("longer than", Refused(IndicatorFiles.Block($"unit: PS\nformula: \"{string.Join(" + ", Enumerable.Repeat(Stock, 200))}\"")).Reason.En, StringComparison.Ordinal);
        Assert.Contains("parentheses inside each other", Refused(IndicatorFiles.Block($"unit: PS\nformula: \"{new string('(', 200)}{Stock}\"")).Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit: PS\nmethod: guess", "There is no method \"guess\"")]
    [InlineData("unit: PS\nmethod: treaties\nformula: \"" + Stock + "\"", "takes no formula")]
    [InlineData("unit: YR\nmethod: median-age\nformula: \"" + Stock + "\"", "needs a single selection with AGE=each")]
    [InlineData("unit: PT\nmethod: herfindahl\nformula: \"STOCK[REF_AREA=area, COUNTERPART_AREA=each, MEASURE=STOCK, UNIT_MEASURE=PS]\"", "the unit PURE_NUMB")]
    [InlineData("unit: PS\nsame: T1.07", "there is no indicator \"T1.07\"")]
    [InlineData("unit: PS\ngcm: [24]", "from 1 to 23")]
    [InlineData("unit: PS\ncolour: red", "\"colour\" is not a value known here")]
    [InlineData("formula: \"" + Stock + "\"", "\"unit\" is missing")]
    public void Declaration_is_refused_where_it_is_wrong(string body, string expected) =>
        Assert.Contains(expected, Refused(IndicatorFiles.Block(body)).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void A_text_in_two_languages_is_refused() => Assert.Contains(
        "all three languages",
        Refused(IndicatorFiles.Block("unit: PS").Replace(", fr: \"Rien\"", "", StringComparison.Ordinal)).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Damaged_declarations_are_read_or_refused_with_words()
    {
        var whole = Encoding.UTF8.GetBytes(IndicatorFiles.Block($"unit: PT\nformula: \"100 PT * {Stock} / ({People} + {Stock} lag 2)\"", "unit: PT\nformula: \"T1.01 lag 1\""));
        Property.Holds(TestCounts.Mutations, random =>
        {
            try
            {
                Assert.All(IndicatorFiles.Read(Encoding.UTF8.GetString(Mutation.Of(whole, random))).All, indicator => Assert.NotEmpty(indicator.Limits.Fr));
            }
            catch (InputException refused)
            {
                Assert.StartsWith("t1.yaml", refused.Explanation.Es, StringComparison.Ordinal);
            }
        });
    }

    private static InputException Refused(string block) => Assert.Throws<InputException>(() => IndicatorFiles.Read(block));
}
