using Periplo.Indicators;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Indicators;

/// <summary>The declarations that come with Periplo.</summary>
public sealed class IndicatorRegistryTests
{
    private static readonly Lazy<IndicatorRegistry> Registry = new(IndicatorFiles.Bundled);

    /// <summary>The blocks of the standard and how many indicators each has: 101.</summary>
    private static readonly (string Block, int Count)[] Standard =
    [
        ("P1", 9), ("P2", 4), ("M1", 9), ("M2", 5), ("M3", 9), ("F1", 9), ("F2", 4), ("L1", 11), ("S1", 6), ("R1", 11), ("D1", 8), ("G1", 11), ("C1", 4), ("Q1", 1),
    ];

    [Fact]
    public void Every_code_of_the_standard_is_there_in_its_order()
    {
        var codes = Standard.SelectMany(block => Enumerable.Range(1, block.Count).Select(number => $"{block.Block}.{number:D2}")).ToList();
        Assert.Equal(101, codes.Count);
        Assert.Equal(codes, Registry.Value.All.Select(indicator => indicator.Code));
        Assert.Equal(Standard.Select(block => block.Block), Registry.Value.Blocks.Select(block => block.Id));
    }

    [Fact]
    public void Every_text_is_there_in_three_languages()
    {
        foreach (var indicator in Registry.Value.All)
        {
            Text[] texts = [indicator.Name, indicator.Definition, indicator.Limits, indicator.Source, indicator.Applicability, .. indicator.Measures.Select(measure => measure.Name)];
            Assert.All(texts, text => Assert.All([text.Es, text.En, text.Fr], Assert.NotEmpty));
            Assert.All([indicator.Definition, indicator.Limits], text => Assert.All([text.Es, text.En, text.Fr], one => Assert.EndsWith(".", one, StringComparison.Ordinal)));
            Assert.NotEqual(indicator.Definition.Es, indicator.Definition.Fr);
            Assert.DoesNotContain("'", indicator.Definition.Fr + indicator.Limits.Fr + indicator.Name.Fr, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_tells_of_other_figures_and_repeats_does_not_count() =>
        Assert.Equal(["M1.09", "R1.09", "Q1.01"], Registry.Value.All.Where(indicator => !indicator.Counts).Select(indicator => indicator.Code));

    [Fact]
    public void The_minimum_profile_with_held_data_has_a_formula_or_a_method()
    {
        string[] held = ["P1.01", "P1.02", "P1.03", "P1.04", "P1.05", "P1.06", "P1.07", "M1.01", "M1.02", "M1.03", "M1.06", "M1.07", "M1.08", "M2.01", "M2.02", "M2.03", "M2.04", "M2.05", "F1.01", "F1.02", "F1.04", "F1.06", "R1.01", "R1.02", "G1.01", "Q1.01"];
        Assert.All(held, code => Assert.False(Registry.Value.Find(code)!.IsGap, code));
    }
}
