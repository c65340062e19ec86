using Periplo.Indicators;
using Periplo.Statistics;
using Periplo.Tests.Registers;
using Xunit;

namespace Periplo.Tests.Indicators;

/// <summary>Declarations of an installation's own, which are read when the first indicator is asked for.</summary>
public sealed class OwnDeclarationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periplo-declarations-");

    public OwnDeclarationTests() => folder.CreateSubdirectory("indicators");

    [Fact]
    public void Indicators_of_its_own_are_codes_of_the_dataset()
    {
        Write(IndicatorFiles.Block("unit: PS\nformula: \"DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, UNIT_MEASURE=PS]\"").Replace("source: made", "source: { es: uno, en: one, fr: un }", StringComparison.Ordinal));
        using var registry = new Registry("SQLite", folder.FullName);
        var definition = registry.Installation.Definition(IndicatorDataset.Id);
        Assert.NotNull(registry.Installation.IndicatorRegistry.Find("T1.01"));
        Assert.Equal("Prueba 0", definition.Structure.Dimensions[definition.Dimension("INDICATOR")].CodeList.Find("T1.01")!.Name.In("es"));
    }

    [Fact]
    public void What_needs_no_indicator_works_beside_a_declaration_that_is_not_understood()
    {
        Write(IndicatorFiles.Block("unit: PS\nformula: \"STOKC[REF_AREA=area]\""));
        using var registry = new Registry("SQLite", folder.FullName);
        Assert.Contains(registry.Installation.Definitions.All, definition => definition.Id == IndicatorDataset.Id && definition.Name.En == "Indicators");
        Assert.Empty(registry.Installation.Revisions(registry.Installation.Definition("STOCK")));
        foreach (var asked in new Action[] { () => _ = registry.Installation.IndicatorRegistry, () => _ = registry.Installation.Definition(IndicatorDataset.Id).Structure, () => registry.Installation.Indicators(TestContext.Current.CancellationToken) })
            Assert.Contains("own.yaml, line", Assert.Throws<InputException>(asked).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string block) => File.WriteAllText(Path.Combine(folder.FullName, "indicators", "own.yaml"), block);
}
