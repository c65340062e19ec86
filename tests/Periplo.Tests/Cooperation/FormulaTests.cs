using System.Diagnostics;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Cooperation;

public sealed class FormulaTests
{
    private static readonly NamedCode Any = new("any", Text.Same("any"));

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("( 1 + 2 ) * 3", 9)]
    [InlineData("8 / 2 / 2", 2)]
    [InlineData("10 - 3 - 2", 5)]
    [InlineData("a-b - a-b * 2", -12)]
    [InlineData("1.5*2+a.b", 8)]
    [InlineData("((((2))))", 2)]
    public void Arithmetic_is_worked_out_in_its_order(string formula, double expected) =>
        Assert.Equal((decimal)expected, Formula.Evaluate(formula, id => id switch { "a-b" => 12, "a.b" => 5, _ => throw new InvalidOperationException(id) }));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1 +")]
    [InlineData("* 2")]
    [InlineData("- 2")]
    [InlineData("1 2")]
    [InlineData("( 1")]
    [InlineData("1 )")]
    [InlineData("()")]
    [InlineData("2 ^ 3")]
    [InlineData("SUM(1)")]
    [InlineData("1, 2")]
    [InlineData("=1")]
    [InlineData("1\n+ 1")]
    [InlineData("1 \u2212 1")]
    [InlineData("1e5")]
    [InlineData("🙂")]
    [InlineData("..")]
    [InlineData("a; DROP")]
    [InlineData("1 / 0")]
    [InlineData("1 / ( 2 - 2 )")]
    [InlineData("79228162514264337593543950335 * 2")]
    public void A_formula_that_is_none_is_refused_with_words(string formula)
    {
        var error = Assert.Throws<FormulaException>(() => Formula.Evaluate(formula, id => throw new FormulaException(Text.Same($"no {id}"))));
        Assert.NotEmpty(error.Explanation.Es);
    }

    [Fact]
    public void Depth_and_length_have_bounds()
    {
        Assert.Throws<FormulaException>(() => Formula.Evaluate(new string('(', 200) + "1" + new string(')', 200), _ => 0));
        Assert.Throws<FormulaException>(() => Formula.Evaluate(new string('(', 100_000), _ => 0));
        Assert.Throws<FormulaException>(() => Formula.Evaluate(string.Join(" + ", Enumerable.Repeat("1", 1000)), _ => 0));
    }

    [Fact]
    public void Cycles_missing_records_and_words_are_named()
    {
        Facts facts = new([Derived("A", "B + 1"), Derived("B", "C + 1"), Derived("C", "A + 1"), Derived("D", "D"), Derived("E", "NONE + 1"), Derived("F", "W * 2"), Words("W")]);
        Assert.Contains("A → B → C → A", facts.Recompute(facts.Find("A")!)!.Fault!.Es, StringComparison.Ordinal);
        Assert.Contains("D → D", facts.Recompute(facts.Find("D")!)!.Fault!.En, StringComparison.Ordinal);
        Assert.Contains("NONE", facts.Recompute(facts.Find("E")!)!.Fault!.Es, StringComparison.Ordinal);
        Assert.Contains("«W»", facts.Recompute(facts.Find("F")!)!.Fault!.Es, StringComparison.Ordinal);
        Assert.Null(facts.Recompute(facts.Find("W")!));
    }

    [Fact]
    public void Formulas_that_double_at_every_step_and_long_chains_end_at_once()
    {
        var doubling = Enumerable.Range(0, 40).Select(i => Derived($"X{i}", $"X{i + 1} + X{i + 1}")).Append(Number("X40", 1));
        var chain = Enumerable.Range(0, 5000).Select(i => Derived($"Y{i}", $"Y{i + 1}")).Append(Number("Y5000", 1));
        Facts facts = new(doubling.Concat(chain));
        var watch = Stopwatch.StartNew();
        Assert.Equal(1L << 40, facts.Recompute(facts.Find("X0")!)!.Result);
        Assert.NotNull(facts.Recompute(facts.Find("Y0")!)!.Fault);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_result_agrees_when_it_rounds_to_the_decimals_kept()
    {
        Facts facts = new([Number("N", 64), Derived("R", "N / 193 * 100") with { Value = 33.2m }, Derived("S", "N / 193 * 100") with { Value = 33.16m }, Derived("T", "N / 193 * 100") with { Value = 33.1m }]);
        Assert.True(facts.Recompute(facts.Find("R")!)!.Agrees);
        Assert.True(facts.Recompute(facts.Find("S")!)!.Agrees);
        Assert.False(facts.Recompute(facts.Find("T")!)!.Agrees);
    }

    private static Fact Number(string id, decimal value) => Words(id) with { Value = value };

    private static Fact Derived(string id, string formula) => Words(id) with { Formula = formula, Value = 0 };

    private static Fact Words(string id) => new(id, id, Text.Same("s"), Text.Same("m"), Any, Any, TimePeriod.OfYear(2000), []);
}
