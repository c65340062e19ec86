using Periplo.Disclosure;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Disclosure;

/// <summary>The worked example of docs/methods/disclosure.md.</summary>
public sealed class DisclosureWorkedExampleTests
{
    [Fact]
    public void The_example_of_the_page_suppresses_the_cells_of_the_page()
    {
        var cells = Breakdown.Protect(new ProtectedTables(Sample.Definitions.Movements.Migration), [Breakdown.Series("2024-01", "ARR")],
            [
                Breakdown.Table(["CITIZENSHIP", "SEX"], "0 HND F 42", "0 HND M 55", "0 SLV F 31", "0 SLV M 28", "0 NIC F 4", "0 NIC M 36"),
                Breakdown.Table(["SEX", "AGE"], "0 F Y_LT15 21", "0 M Y_LT15 33", "0 F Y15T64 50", "0 M Y15T64 80", "0 F Y_GE65 6", "0 M Y_GE65 6"),
            ]);
        var suppressed = Enumerable.Range(0, cells.Count).Where(cell => cells.State(cell) != Suppression.Published)
            .Select(cell => $"{cells.Code(cell, "CITIZENSHIP")} {cells.Code(cell, "SEX")} {cells.Code(cell, "AGE")} {cells.State(cell)}").Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "NIC F _T Primary", "NIC M _T Complementary", "SLV F _T Complementary", "SLV M _T Complementary",
                "_T F Y_GE65 Primary", "_T F Y_LT15 Complementary", "_T M Y_GE65 Primary", "_T M Y_LT15 Complementary",
            ],
            suppressed);
    }

    [Fact]
    public void The_intervals_of_the_page_are_those_an_attacker_finds()
    {
        // T, F, M; HND, SLV, NIC; HND F, HND M, SLV F, SLV M, NIC F, NIC M.
        var tables = LinkedTables.Of(
            [196, 77, 119, 97, 59, 40, 42, 55, 31, 28, 4, 36],
            [(0, [1, 2]), (0, [3, 4, 5]), (1, [6, 8, 10]), (2, [7, 9, 11]), (3, [6, 7]), (4, [8, 9]), (5, [10, 11])]);
        var hidden = new bool[12];
        hidden[10] = true;
        Assert.Equal((4, 4), AttackerBounds.Of(tables, hidden)[10]);
        hidden[11] = hidden[8] = hidden[9] = true;
        var bounds = AttackerBounds.Of(tables, hidden);
        Assert.Equal([(0, 35), (5, 40), (0, 35), (24, 59)], [bounds[10], bounds[11], bounds[8], bounds[9]]);
    }
}
