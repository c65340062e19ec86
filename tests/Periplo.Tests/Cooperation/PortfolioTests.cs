using Periplo.Cooperation;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Cooperation;

public sealed class PortfolioTests
{
    [Fact]
    public void Currencies_are_never_added_and_what_is_missing_is_not_zero()
    {
        var sums = MoneySums.Of([new(10, "USD"), new(5, "EUR"), null, new(2, "USD"), new(0, "CHF")]);
        Assert.Equal([new Money(0, "CHF"), new Money(5, "EUR"), new Money(12, "USD")], sums.Sums);
        Assert.Equal((4, 1), (sums.Stated, sums.Missing));
        Assert.Null(sums.In("GBP"));
    }

    [Fact]
    public void An_aggregate_counts_for_all_it_stands_for_and_its_amount_is_the_whole()
    {
        NamedCode africa = new("africa", Text.Same("Africa")), labour = new("labour", Text.Same("Labour")), data = new("data", Text.Same("Data"));
        Portfolio portfolio = new(
        [
            Of("a", 1, africa, [labour, data]), Of("b", 1, null, []), Of("rest", 7, null, []) with { Amount = new(900, "USD") },
            Of("other", 1, africa, [data]) with { Portfolio = "Q" },
        ]);
        Assert.Equal((10, 3, 1), (portfolio.Count, portfolio.Described.Count, portfolio.Aggregates.Count));
        Assert.Equal((900m, 1), (portfolio.Money.In("USD"), portfolio.Money.Missing));
        Assert.Equal([("africa", 2, 0), (null, 1, 7)], portfolio.ByRegion.Select(count => (count.Code?.Id, count.Described, count.Aggregate)));
        Assert.Equal([("data", 2), ("labour", 1), (null, 8)], portfolio.ByTheme.Select(count => (count.Code?.Id, count.All)));
    }

    private static Project Of(string id, int count, NamedCode? region, IReadOnlyList<NamedCode> themes) => new(id, Text.Same(id), "P", count, region, [], themes);
}
