using Periplo.Disclosure;
using Xunit;

namespace Periplo.Tests.Disclosure;

public sealed class CellProtectorTests
{
    private const int Minimum = 10;

    /// <summary>The bounds of every suppressed cell of random linked tables, solved exactly and apart from the product; and the same attack without complements, which must succeed often or the check says nothing.</summary>
    [Fact]
    public void Every_suppressed_cell_keeps_an_interval_as_wide_as_the_minimum()
    {
        var protector = new CellProtector(Minimum);
        var (withPrimaries, broken, cells, primaries, complements, everything) = (0, 0, 0, 0, 0, 0);
        Property.Holds(TestCounts.Disclosures, random =>
        {
            var tables = RandomTables.Make(random);
            var before = tables.Counts.ToArray();
            var pattern = protector.Protect(tables);
            var suppressed = Enumerable.Range(0, tables.Cells).Select(pattern.IsSuppressed).ToArray();

            Assert.Equal(before, tables.Counts.ToArray());
            for (var cell = 0; cell < tables.Cells; cell++)
            {
                var small = tables.Counts[cell] is > 0 and < Minimum;
                Assert.Equal(small, pattern.Cells[cell] == Suppression.Primary);
                Assert.False(suppressed[cell] && tables.Counts[cell] == 0);
            }

            // The attacker who also knows that a suppressed cell is not zero is the stronger one.
            foreach (var (cell, (lower, upper)) in RandomTables.Attack(tables, suppressed, floor: 1))
            {
                Assert.True(lower <= tables.Counts[cell] && tables.Counts[cell] <= upper);
                Assert.True(upper - lower >= Minimum, $"cell {cell}, count {tables.Counts[cell]}: {lower} to {upper}");
                Assert.True(lower <= pattern.Least[cell] && pattern.Greatest[cell] <= upper);
            }

            if (!pattern.Cells.Contains(Suppression.Primary))
                return;
            withPrimaries++;
            cells += tables.Cells;
            primaries += pattern.Cells.Count(reason => reason == Suppression.Primary);
            complements += pattern.Cells.Count(reason => reason == Suppression.Complementary);
            everything += pattern.Everything ? 1 : 0;
            var onlyPrimaries = pattern.Cells.Select(reason => reason == Suppression.Primary).ToArray();
            if (RandomTables.Attack(tables, onlyPrimaries, floor: 0).Values.Any(bound => bound.Upper - bound.Lower < Minimum))
                broken++;
        });

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{withPrimaries} tables with small cells, {broken} open without complements; {cells} cells, {primaries} primary, {complements} complementary; everything {everything}");
        Assert.True(broken > withPrimaries / 3, $"{broken} of {withPrimaries}");
        Assert.True(everything <= withPrimaries / 10, $"{everything} of {withPrimaries}");
    }

    [Fact]
    public void The_exact_bounds_of_the_product_are_those_of_the_whole_number_solver() => Property.Holds(TestCounts.Disclosures / 2, random =>
    {
        var tables = RandomTables.Make(random);
        // Any cells, zeros too: the solver must be right whatever is suppressed.
        var share = random.NextDouble();
        var suppressed = Enumerable.Range(0, tables.Cells).Select(_ => random.NextDouble() < share).ToArray();
        var bounds = AttackerBounds.Of(tables, suppressed);
        var exact = RandomTables.Attack(tables, suppressed, floor: 0);
        for (var cell = 0; cell < tables.Cells; cell++)
        {
            var (lower, upper) = exact.GetValueOrDefault(cell, (tables.Counts[cell], tables.Counts[cell]));
            Assert.Equal(lower, bounds[cell].Lower, 1e-6);
            if (double.IsInfinity(upper))
                Assert.Equal(upper, bounds[cell].Upper);
            else
                Assert.Equal(upper, bounds[cell].Upper, 1e-6);
        }
    });

    [Fact]
    public void A_total_is_suppressed_where_its_parts_cannot_hide_one_another()
    {
        // 5 + 6 = 11: from 1 to 10 each, when zeros are published. Nine is less than ten.
        var pattern = new CellProtector(10).Protect(LinkedTables.Of([11, 5, 6], [(0, [1, 2])]));
        Assert.Equal([Suppression.Complementary, Suppression.Primary, Suppression.Primary], pattern.Cells);
    }

    [Fact]
    public void Zeros_do_not_hide_a_small_cell()
    {
        var pattern = new CellProtector(10).Protect(LinkedTables.Of([45, 5, 0, 40], [(0, [1, 2, 3])]));
        Assert.Equal([Suppression.Published, Suppression.Primary, Suppression.Published, Suppression.Complementary], pattern.Cells);
    }

    [Fact]
    public void The_smallest_sufficient_cell_is_the_complement()
    {
        var pattern = new CellProtector(10).Protect(LinkedTables.Of([1046, 5, 10, 31, 1000], [(0, [1, 2, 3, 4])]));
        // 10 would leave 1 to 14 for the 5: wide enough.
        Assert.Equal(Suppression.Complementary, pattern.Cells[2]);
        Assert.Equal(2, pattern.Cells.Count(reason => reason != Suppression.Published));
    }

    [Fact]
    public void A_lone_cell_without_sums_needs_no_complement()
    {
        var pattern = new CellProtector(10).Protect(LinkedTables.Of([3, 100], []));
        Assert.Equal([Suppression.Primary, Suppression.Published], pattern.Cells);
    }

    [Fact]
    public void What_an_earlier_vintage_published_is_the_last_choice_and_what_it_suppressed_stays_suppressed()
    {
        var tables = LinkedTables.Of([155, 5, 20, 30, 100], [(0, [1, 2, 3, 4])]);
        var pattern = new CellProtector(10).Protect(tables, [
            EarlierVintage.None, EarlierVintage.Suppressed, EarlierVintage.Published, EarlierVintage.Published, EarlierVintage.Suppressed]);
        Assert.Equal([Suppression.Published, Suppression.Primary, Suppression.Published, Suppression.Published, Suppression.Carried], pattern.Cells);
    }

    [Theory]
    [InlineData(-1, 8)]
    [InlineData(2, 4)]
    public void Tables_that_do_not_add_up_are_refused(long first, long second) =>
        Assert.Throws<ArgumentException>(() => LinkedTables.Of([7, first, second], [(0, [1, 2])]));
}
