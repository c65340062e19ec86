using Periplo.Flows;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>Rounding that keeps sums.</summary>
public sealed class ControlledRoundingTests
{
    [Fact]
    public void Whole_margins_stay_as_they_are()
    {
        // Every cell is a third: rounded one by one, all would vanish.
        double[] thirds = [.. Enumerable.Repeat(1 / 3.0, 9)];
        var rounded = ControlledRounding.Round(3, 3, thirds);
        for (var line = 0; line < 3; line++)
        {
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(i => rounded[(line * 3) + i]));
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(i => rounded[(i * 3) + line]));
        }
    }

    [Fact]
    public void Nearest_whole_numbers_are_taken_where_sums_allow()
    {
        Assert.Equal([1, 2, 3, 4], ControlledRounding.Round(2, 2, [1.1, 1.9, 2.9, 4.1]));
        Assert.Equal([0, 1, 1, 0], ControlledRounding.Round(2, 2, [0.4, 0.6, 0.6, 0.4]));
        Assert.Equal([7, 0, 0, 12], ControlledRounding.Round(2, 2, [7, 0, 0, 12]));
    }

    [Fact]
    public void Every_cell_and_sum_goes_to_a_neighbour() =>
        Property.Holds(TestCounts.Properties, random =>
        {
            var (rows, columns, whole) = (random.Next(1, 12), random.Next(1, 12), random.Next(2) == 0);
            var cells = Enumerable.Range(0, rows * columns).Select(_ => random.Next(4) == 0 ? random.Next(3) : random.NextDouble() * random.Next(1, 50)).ToArray();
            if (whole)
                cells = WithWholeMargins(cells, rows, columns);
            var rounded = ControlledRounding.Round(rows, columns, cells);
            Assert.All(rounded.Zip(cells), pair => Neighbour(pair.Second, pair.First));
            for (var row = 0; row < rows; row++)
                Neighbour(Enumerable.Range(0, columns).Sum(c => cells[(row * columns) + c]), Enumerable.Range(0, columns).Sum(c => rounded[(row * columns) + c]));
            for (var column = 0; column < columns; column++)
                Neighbour(Enumerable.Range(0, rows).Sum(r => cells[(r * columns) + column]), Enumerable.Range(0, rows).Sum(r => rounded[(r * columns) + column]));
            Neighbour(cells.Sum(), rounded.Sum());
            Assert.Equal(rounded, ControlledRounding.Round(rows, columns, cells));
        });

    [Fact]
    public void No_other_rounding_of_a_small_table_is_nearer() =>
        Property.Holds(TestCounts.Properties, random =>
        {
            var (rows, columns) = (random.Next(1, 4), random.Next(1, 4));
            var cells = Enumerable.Range(0, rows * columns).Select(_ => Math.Round(random.NextDouble() * 3, 2)).ToArray();
            var best = double.PositiveInfinity;
            for (var choice = 0; choice < 1 << cells.Length; choice++)
            {
                var tried = cells.Select((cell, i) => Math.Floor(cell) + ((choice >> i) & 1)).ToArray();
                if (IsControlled(cells, tried, rows, columns))
                    best = Math.Min(best, Distance(tried));
            }

            Assert.Equal(best, Distance(ControlledRounding.Round(rows, columns, cells)), 1e-6);

            double Distance(double[] rounded) => rounded.Zip(cells, (a, b) => Math.Abs(a - b)).Sum();
        });

    [Fact]
    public void Large_table_is_rounded_whole()
    {
        const int Areas = 120;
        var random = new Random(TestCounts.Seed);
        var cells = WithWholeMargins([.. Enumerable.Range(0, Areas * Areas).Select(i => i / Areas == i % Areas ? 0 : Math.Exp(random.NextDouble() * 8) - 1)], Areas, Areas);
        var rounded = ControlledRounding.Round(Areas, Areas, cells);
        for (var line = 0; line < Areas; line++)
        {
            Assert.Equal(Math.Round(Lines(cells, line * Areas, 1)), Lines(rounded, line * Areas, 1));
            Assert.Equal(Math.Round(Lines(cells, line, Areas)), Lines(rounded, line, Areas));
        }

        static double Lines(double[] table, int from, int step) => Enumerable.Range(0, Areas).Sum(i => table[from + (i * step)]);
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void What_is_no_count_is_refused(double cell) => Assert.Throws<ArgumentOutOfRangeException>(() => ControlledRounding.Round(1, 2, [cell, 1]));

    /// <summary>Moves fractions within rows and columns until all margins but the last row's and column's are whole, and these too with their corner.</summary>
    private static double[] WithWholeMargins(double[] cells, int rows, int columns)
    {
        var table = cells.ToArray();
        for (var row = 0; row < rows; row++)
            table[(row * columns) + columns - 1] += Up(Enumerable.Range(0, columns).Sum(c => table[(row * columns) + c]));
        for (var column = 0; column < columns; column++)
            table[((rows - 1) * columns) + column] += Up(Enumerable.Range(0, rows).Sum(r => table[(r * columns) + column]));
        table[^1] += Up(Enumerable.Range(0, columns).Sum(c => table[((rows - 1) * columns) + c]));
        return table;

        static double Up(double sum) => Math.Ceiling(sum) - sum;
    }

    private static bool IsControlled(double[] cells, double[] rounded, int rows, int columns)
    {
        bool Near(double of, double to) => to >= Math.Floor(of + 1e-6) && to <= Math.Ceiling(of - 1e-6);
        return cells.Zip(rounded).All(pair => Near(pair.First, pair.Second))
            && Enumerable.Range(0, rows).All(row => Near(Enumerable.Range(0, columns).Sum(c => cells[(row * columns) + c]), Enumerable.Range(0, columns).Sum(c => rounded[(row * columns) + c])))
            && Enumerable.Range(0, columns).All(column => Near(Enumerable.Range(0, rows).Sum(r => cells[(r * columns) + column]), Enumerable.Range(0, rows).Sum(r => rounded[(r * columns) + column])))
            && Near(cells.Sum(), rounded.Sum());
    }

    private static void Neighbour(double of, double to)
    {
        Assert.Equal(to, Math.Round(to));
        Assert.InRange(to, Math.Floor(of + 1e-6), Math.Ceiling(of - 1e-6));
    }
}
