using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Sources.Remittances;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Xunit;

namespace Periplo.Tests.Remittances;

public sealed class PriceTests
{
    private const double Tolerance = 1e-9;

    /// <summary>All quotes of ten corridors and rounds as the World Bank's table has them, firms left out.</summary>
    internal const string Quotes = """
        quote_id,period,sender_iso3,receiver_iso3,firm_type,product,speed,pickup_method,coverage,total_cost_pct_200,total_cost_pct_500,transparent
        27109,2011-Q3,BEL,TUR,Money Transfer Operator,Account to account,6 days or more,,Nationwide,0,0,no
        27110,2011-Q3,BEL,TUR,Bank,Account to account,6 days or more,,Nationwide,35.71,14.49,no
        27111,2011-Q3,BEL,TUR,Money Transfer Operator / Post office,Cash to cash,Less than one hour,,Nationwide,13.33,8.82,yes
        27112,2011-Q3,BEL,TUR,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,10.5,6.84,yes
        27113,2011-Q3,BEL,TUR,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,13.33,8.82,yes
        14252,2011-Q1,ITA,ETH,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,11.69,9.06,yes
        14253,2011-Q1,ITA,ETH,Money Transfer Operator,Cash to cash,3-5 days,,Nationwide,11.69,9.06,yes
        14254,2011-Q1,ITA,ETH,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,15.29,9.69,yes
        14251,2011-Q1,ITA,ETH,Money Transfer Operator,Credit/debit card service,6 days or more,,Nationwide,9.61,8.11,yes
        13642,2011-Q1,ESP,BGR,Bank,Cash to cash,Less than one hour,Cash,,4.96,1.99,yes
        13645,2011-Q1,ESP,BGR,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,7.36,4.79,yes
        13644,2011-Q1,ESP,BGR,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,12.8,11.28,yes
        13646,2011-Q1,ESP,BGR,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,7.09,5.2,yes
        13643,2011-Q1,ESP,BGR,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Urban only,12.97,11.04,yes
        4246,2013-Q4,GBR,ERI,Money Transfer Operator,Cash to cash,Less than one hour,,Major cities,15.83,8.33,no
        4250,2013-Q4,GBR,ERI,Money Transfer Operator,Cash to cash,Same day,,Nationwide,5,5,no
        4254,2013-Q4,GBR,ERI,Money Transfer Operator,Cash to cash,Next day,,Nationwide,5.75,2.3,no
        4242,2013-Q4,GBR,ERI,Money Transfer Operator,Online service,Less than one hour,,Nationwide,8.25,6.63,no
        14535,2011-Q1,NLD,NGA,Bank,Account to account,6 days or more,,Nationwide,7.81,3.21,no
        14536,2011-Q1,NLD,NGA,Bank,Account to account,6 days or more,,Nationwide,9.38,3.85,no
        14537,2011-Q1,NLD,NGA,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,8.26,6.48,yes
        14538,2011-Q1,NLD,NGA,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,10.04,7.53,yes
        4244,2013-Q2,GBR,ERI,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Major cities,21.45,13.92,yes
        4248,2013-Q2,GBR,ERI,Money Transfer Operator,Cash to cash,Same day,Cash,Nationwide,-5.01,-5.01,yes
        4252,2013-Q2,GBR,ERI,Money Transfer Operator,Cash to cash,Next day,Cash,Nationwide,-8.97,-13.42,yes
        4240,2013-Q2,GBR,ERI,Money Transfer Operator,Online service,Less than one hour,Cash,Nationwide,-8.33,-9.95,yes
        14831,2011-Q1,SAU,PHL,Bank,N/A,Less than one hour,,Nationwide,5.42,2.62,yes
        14832,2011-Q1,SAU,PHL,Money Transfer Operator,Cash to cash,Next day,,Nationwide,4.39,2.31,yes
        14833,2011-Q1,SAU,PHL,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,4.75,2.36,yes
        14834,2011-Q1,SAU,PHL,Money Transfer Operator,Cash to account,Less than one hour,,Nationwide,5.59,2.79,yes
        14835,2011-Q1,SAU,PHL,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,4.06,2.38,yes
        14836,2011-Q1,SAU,PHL,Money Transfer Operator,Cash to cash,Less than one hour,,Nationwide,5.5,2.71,yes
        28797,2011-Q3,SAU,PHL,Bank,Account to account,2 days,Bank Account,Nationwide,6.78,3.99,yes
        28798,2011-Q3,SAU,PHL,Money Transfer Operator,Cash to cash,Next day,Cash,Nationwide,4.47,2.48,yes
        28799,2011-Q3,SAU,PHL,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,5.58,3.19,yes
        28800,2011-Q3,SAU,PHL,Money Transfer Operator,Cash to account,Less than one hour,Own/partner Bank Account,Nationwide,6.96,4.16,yes
        28801,2011-Q3,SAU,PHL,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,4.43,2.83,yes
        28802,2011-Q3,SAU,PHL,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,5.98,3.19,yes
        13336,2011-Q1,BRA,BOL,Bank,Cash to account,Same day,Bank Account,Nationwide,2.72,2.72,yes
        13337,2011-Q1,BRA,BOL,Bank,Cash to cash,Same day,Cash,Nationwide,2.72,2.72,yes
        13339,2011-Q1,BRA,BOL,Money Transfer Operator,USD service,Less than one hour,Cash,Nationwide,13.6,5.44,yes
        13338,2011-Q1,BRA,BOL,Money Transfer Operator,Cash to cash,Less than one hour,Cash,Nationwide,14.32,6.16,yes
        13340,2011-Q1,BRA,PER,Bank,Cash to account,3-5 days,Bank Account,Nationwide,2.72,2.72,yes
        13341,2011-Q1,BRA,PER,Bank,N/A,3-5 days,Bank Account,Nationwide,2.72,2.72,yes
        13343,2011-Q1,BRA,PER,Money Transfer Operator,Online service,3-5 days,Cash,Nationwide,2.72,1.63,yes
        13342,2011-Q1,BRA,PER,Money Transfer Operator,Online service,Less than one hour,Cash,Nationwide,3.81,3.37,yes
        13344,2011-Q1,BRA,PER,Money Transfer Operator,USD service,Less than one hour,Cash,Nationwide,13.6,5.44,yes

        """;

    private static readonly Dictionary<string, (double? Average, double? Smart, int Services, int Qualifying)> ByHand = new()
    {
        // Two services do not tell the exchange rate.
        ["2011-Q3 BEL TUR"] = ((13.33 + 10.5 + 13.33) / 3, (10.5 + 13.33 + 13.33) / 3, 3, 3),
        // The cheapest takes six days or more: it is in the average, and not in SmaRT.
        ["2011-Q1 ITA ETH"] = ((11.69 + 11.69 + 15.29 + 9.61) / 4, (11.69 + 11.69 + 15.29) / 3, 4, 3),
        // Of the cheapest the place of payment is not stated, and another is paid out in towns only.
        ["2011-Q1 ESP BGR"] = ((4.96 + 7.36 + 12.8 + 7.09 + 12.97) / 5, (7.09 + 7.36 + 12.8) / 3, 5, 3),
        // Nobody tells the exchange rate.
        ["2013-Q4 GBR ERI"] = (null, null, 0, 0),
        // Two qualify: SmaRT is their mean.
        ["2011-Q1 NLD NGA"] = ((8.26 + 10.04) / 2, (8.26 + 10.04) / 2, 2, 2),
        // Rates better than the market's: costs below zero are genuine.
        ["2013-Q2 GBR ERI"] = ((21.45 - 5.01 - 8.97 - 8.33) / 4, (-8.97 - 8.33 - 5.01) / 3, 4, 3),
        ["2011-Q1 SAU PHL"] = ((5.42 + 4.39 + 4.75 + 5.59 + 4.06 + 5.5) / 6, (4.06 + 4.39 + 4.75) / 3, 6, 6),
        ["2011-Q3 SAU PHL"] = ((6.78 + 4.47 + 5.58 + 6.96 + 4.43 + 5.98) / 6, (4.43 + 4.47 + 5.58) / 3, 6, 6),
        ["2011-Q1 BRA BOL"] = ((2.72 + 2.72 + 13.6 + 14.32) / 4, (2.72 + 2.72 + 13.6) / 3, 4, 4),
        ["2011-Q1 BRA PER"] = ((2.72 + 2.72 + 2.72 + 3.81 + 13.6) / 5, (2.72 + 2.72 + 2.72) / 3, 5, 5),
    };

    [Fact]
    public void Ten_corridor_rounds_are_those_worked_by_hand()
    {
        var corridors = CorridorPrice.Of(Read(Quotes));
        Assert.Equal(ByHand.Keys.Order(StringComparer.Ordinal), corridors.Select(Name).Order(StringComparer.Ordinal));
        foreach (var corridor in corridors)
        {
            var (average, smart, services, qualifying) = ByHand[Name(corridor)];
            AssertNear(average, corridor.Average);
            AssertNear(smart, corridor.Smart);
            Assert.Equal((services, qualifying), (corridor.Services, corridor.Qualifying));
        }
    }

    [Fact]
    public void Excluded_services_have_their_reason()
    {
        var reasons = SmartPrice.Of(Read(Quotes)).Excluded.ToDictionary(one => one.Quote.Id, one => one.Reason);
        Assert.Equal(
            [
                ("13642", SmartExclusion.ReachUnknown), ("13643", SmartExclusion.OutOfReach), ("14251", SmartExclusion.TooSlow), ("14535", SmartExclusion.NotTransparent),
                ("14536", SmartExclusion.NotTransparent), ("27109", SmartExclusion.NotTransparent), ("27110", SmartExclusion.NotTransparent), ("4240", null as SmartExclusion?),
                ("4242", SmartExclusion.NotTransparent), ("4244", SmartExclusion.OutOfReach),
            ],
            new[] { "13642", "13643", "14251", "14535", "14536", "27109", "27110", "4240", "4242", "4244" }.Select(id => (id, reasons.TryGetValue(id, out var reason) ? reason : (SmartExclusion?)null)));
        Assert.All(Enum.GetValues<SmartExclusion>(), reason => Assert.NotEmpty(SmartPrice.Say(reason).Fr));
    }

    [Theory]
    [InlineData("Less than one hour", null)]
    [InlineData("same day", null)]
    [InlineData("Next day", null)]
    [InlineData("2 days", null)]
    [InlineData("3-5 days", null)]
    [InlineData("1 day", null)]
    [InlineData("4-7 days", SmartExclusion.TooSlow)]
    [InlineData("6 days or more", SmartExclusion.TooSlow)]
    [InlineData("5 days or more", SmartExclusion.TooSlow)]
    [InlineData("N/A", SmartExclusion.SpeedUnknown)]
    [InlineData("", SmartExclusion.SpeedUnknown)]
    [InlineData("soon", SmartExclusion.SpeedUnknown)]
    [InlineData("3-5 weeks", SmartExclusion.SpeedUnknown)]
    public void Speed_is_judged_by_its_slower_end(string speed, SmartExclusion? expected) =>
        Assert.Equal(expected, SmartPrice.Judge(Read(One(speed: speed))[0]));

    [Theory]
    [InlineData("Cash", "Nationwide", null)]
    [InlineData("Cash", "Main city", SmartExclusion.OutOfReach)]
    [InlineData("Home Delivery", "Rural only", SmartExclusion.OutOfReach)]
    [InlineData("Bank Account", "Main city", null)]
    [InlineData("Mobile", "", null)]
    [InlineData("", "N/A", SmartExclusion.ReachUnknown)]
    public void Reach_is_a_network_that_covers_the_country_or_an_account_or_telephone(string pickup, string coverage, SmartExclusion? expected) =>
        Assert.Equal(expected, SmartPrice.Judge(Read(One(pickup: pickup, coverage: coverage))[0]));

    [Fact]
    public void Total_cost_is_fee_and_margin()
    {
        Assert.Equal(5.5, TransferCost.Percent(5, 200, 3), Tolerance);
        // A quote of 2011-Q1 from the United Arab Emirates to Egypt: 25 of 735 dirhams, 3.68 against 3.672; published 3.18.
        Assert.Equal(-0.22, TransferCost.Margin(3.68, 3.672), 5e-3);
        Assert.Equal(3.18, TransferCost.Percent(25, 735, -0.22), 5e-3);
        Assert.Throws<ArgumentOutOfRangeException>(() => TransferCost.Percent(5, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TransferCost.Margin(1, 0));
    }

    [Fact]
    public void Smart_is_the_mean_of_the_three_cheapest()
    {
        // The example of the SDG metadata, with a dearer service beside.
        var smart = SmartPrice.Of(Read(One(cost: "3.0") + Row(2, "2.1") + Row(3, "9") + Row(4, "4.2")));
        Assert.Equal(3.1, smart.Cost!.Value, Tolerance);
        Assert.Equal(["2", "1", "4"], smart.Cheapest.Select(quote => quote.Id));
        Assert.Equal(4, smart.Qualifying);
    }

    [Fact]
    public void Service_without_a_price_is_neither_in_the_average_nor_a_zero()
    {
        var corridor = Assert.Single(CorridorPrice.Of(Read(One(cost: "") + Row(2, "4"))));
        Assert.Equal((4, 4, 1, 1, 2), (corridor.Average, corridor.Smart, corridor.Services, corridor.Qualifying, corridor.Quotes));
    }

    [Theory]
    [InlineData("2014-Q5,A,B,2 days,Cash,Nationwide,3,yes", 2, 2)]
    [InlineData("2014,A,B,2 days,Cash,Nationwide,3,yes", 2, 2)]
    [InlineData("2014-Q1,,B,2 days,Cash,Nationwide,3,yes", 2, 3)]
    [InlineData("2014-Q1,A,A,2 days,Cash,Nationwide,3,yes", 2, 4)]
    [InlineData("2014-Q1,A,B,2 days,Cash,Nationwide,NaN,yes", 2, 8)]
    [InlineData("2014-Q1,A,B,2 days,Cash,Nationwide,three,yes", 2, 8)]
    [InlineData("2014-Q1,A,B,2 days,Cash,Nationwide,1001,yes", 2, 8)]
    [InlineData("2014-Q1,A,B,2 days,Cash,Nationwide,3,maybe", 2, 9)]
    [InlineData("2014-Q1,A,B,2 days,Cash,Nationwide,3", 2, 8)]
    [InlineData("2014-Q1,A,B,2 days,Cash,Nationwide,3,yes\n1,2014-Q1,C,D,2 days,Cash,Nationwide,3,yes", 3, 1)]
    public void Bad_quote_is_refused_with_its_place(string row, int line, int column)
    {
        var refused = Assert.Throws<InputException>(() => Read($"{Header}\n1,{row}\n"));
        Assert.Equal($"line {line}, column {column}", refused.Place!.En);
        Assert.NotEmpty(refused.Reason.Es);
    }

    [Theory]
    [InlineData("")]
    [InlineData("quote_id,period\n")]
    [InlineData(Header + "\n")]
    [InlineData(Header + ",period\n")]
    public void Table_without_columns_or_rows_is_refused(string text) => Assert.Throws<InputException>(() => Read(text));

    [Fact]
    public void Line_ends_mark_and_gzip_change_nothing()
    {
        var plain = CorridorPrice.Of(Read(Quotes));
        var windows = "\uFEFF" + Quotes.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(plain, CorridorPrice.Of(Read(windows)));
        Assert.Equal(plain, CorridorPrice.Of(Read(SourceFiles.Gzip(System.Text.Encoding.UTF8.GetBytes(windows)))));
    }

    [Fact]
    public void Round_is_current_for_six_months_after_its_end()
    {
        Assert.True(TimePeriod.TryParse("2020-Q3", out var round));
        Assert.True(PriceRound.IsCurrent(round, new(2021, 3, 31)));
        Assert.False(PriceRound.IsCurrent(round, new(2021, 4, 1)));
    }

    [Fact]
    public void Mutated_quotes_give_prices_or_a_message()
    {
        var original = System.Text.Encoding.UTF8.GetBytes(Quotes);
        Property.Holds(TestCounts.FolderMutations / 4, random =>
        {
            try
            {
                var corridors = CorridorPrice.Of(Read(Periplo.Tests.Mutation.Of(original, random)));
                Assert.All(corridors, corridor => Assert.True(corridor.Qualifying <= corridor.Services && corridor.Services <= corridor.Quotes));
            }
            catch (InputException refused)
            {
                Assert.NotNull(refused.File);
            }
        });
    }

    [Fact]
    public void Averages_of_all_quotes_are_those_published()
    {
        var table = SourceFiles.Shared("remittances/rpw_quotes_2011q1_2014q2.csv.gz");
        Assert.Equal(new Revision("REMITTANCE_PRICES", "RPW", "2014-Q2"), table.Revision);
        Assert.Equal(2171, table.Where("MEASURE=COST_AVG", "AMOUNT=USD200").Count(i => table.Observations.Code(table.Definition.Dimension("REF_AREA"), i) != "_T"));
        Assert.Equal(28_467, table.Where("MEASURE=QUOTES").Sum(i => table.Observations.Values[i]));
        // Simple mean over all 2,690 transparent services of the last round, taken from the table with other means.
        Assert.Equal(7.898480, table.Value("MEASURE=COST_AVG", "REF_AREA=_T", "SERVICE_TYPE=_T", "INSTRUMENT=_T", "TIME=2014-Q2"), 5e-7);
        Assert.Equal(2690, table.Value("MEASURE=SERVICES", "REF_AREA=_T", "SERVICE_TYPE=_T", "INSTRUMENT=_T", "TIME=2014-Q2"));
        foreach (var split in new[] { "SERVICE_TYPE=_T", "INSTRUMENT=_T" })
            Assert.Equal(2 * 2690, table.Where("MEASURE=SERVICES", "REF_AREA=_T", "TIME=2014-Q2", split).Sum(i => table.Observations.Values[i]));
    }

    private const string Header = "quote_id,period,sender_iso3,receiver_iso3,speed,pickup_method,coverage,total_cost_pct_200,transparent";

    private static string One(string speed = "2 days", string pickup = "Cash", string coverage = "Nationwide", string cost = "3.5") =>
        $"{Header}\n1,2014-Q1,A,B,{speed},{pickup},{coverage},{cost},yes\n";

    private static string Row(int id, string cost) => $"{id},2014-Q1,A,B,2 days,Cash,Nationwide,{cost},yes\n";

    private static IReadOnlyList<PriceQuote> Read(string text) => Read(System.Text.Encoding.UTF8.GetBytes(text));

    private static IReadOnlyList<PriceQuote> Read(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return QuoteFile.Read(path, BundledData.Areas, SourceFiles.Definitions, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Name(CorridorPrice corridor) => $"{corridor.Round} {corridor.Sender} {corridor.Receiver}";

    private static void AssertNear(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } value)
            Assert.Equal(value, actual!.Value, Tolerance);
    }
}
