using System.Text;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>A directorate's month by the command line: template, check, import, calendar.</summary>
public sealed class DeliverCommandTests : IDisposable
{
    private const string Delivery = "month,table,nationality,persons\n2025-03,ENTRY,SLV,200\n2025-03,ENTRY,,200\n2025-03,EXIT,,90\n";
    private readonly Command command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public void Delivery_goes_from_template_to_dataset()
    {
        var template = Path.Combine(command.Folder, "plantilla.xlsx");
        Assert.Equal(0, command.Run("movements", "deliver", "template", "-o", template).Code);
        Assert.Equal("PK"u8, File.ReadAllBytes(template).AsSpan(0, 2));
        Assert.Equal(1, command.Run("movements", "deliver", "template", "-o", Path.Combine(command.Folder, "plantilla.doc")).Code);

        var file = command.Write("marzo.csv", Delivery);
        var wrong = command.Write("mal.csv", Delivery.Replace(",90", ",9O", StringComparison.Ordinal));
        var refused = command.Run("movements", "deliver", "import", wrong, "--country", "GTM");
        Assert.Equal(1, refused.Code);
        Assert.Contains("CORREGIR  línea 4, columna 4", refused.Output, StringComparison.Ordinal);
        Assert.Contains("No se puede importar.", refused.Output, StringComparison.Ordinal);
        Assert.Contains("está vacío", command.Run("datasets").Output, StringComparison.Ordinal);

        Assert.Equal(0, command.Run("movements", "deliver", "validate", file, "--country", "Guatemala").Code);
        var imported = command.RunIn("en", null, "movements", "deliver", "import", file, "--country", "GTM");
        Assert.Equal((0, ""), (imported.Code, imported.Errors));
        Assert.Contains("revision IGM.2025-03", imported.Output, StringComparison.Ordinal);
        Assert.Contains("ya estaba", command.Run("movements", "deliver", "import", file, "--country", "GTM").Output, StringComparison.Ordinal);

        // The next month joins the same revision; a corrected month needs one of its own.
        var next = command.Write("abril.csv", Delivery.Replace("2025-03", "2025-04", StringComparison.Ordinal));
        Assert.Contains("IGM.2025-03", command.Run("movements", "deliver", "import", next, "--country", "GTM").Output, StringComparison.Ordinal);
        var corrected = command.Write("corregido.csv", Delivery.Replace(",90", ",95", StringComparison.Ordinal));
        var disagree = command.Run("movements", "deliver", "import", corrected, "--country", "GTM");
        Assert.Equal(1, disagree.Code);
        Assert.Contains("--revision", disagree.Errors, StringComparison.Ordinal);
        Assert.Contains("IGM.2025-03b", command.Run("movements", "deliver", "import", corrected, "--country", "GTM", "--revision", "2025-03b").Output, StringComparison.Ordinal);

        var late = command.RunIn("en", null, "movements", "deliver", "calendar", "--on", "2025-06-16");
        Assert.Equal(0, late.Code);
        Assert.Contains("of 10 countries with a calendar, 10 owe tables", late.Output, StringComparison.Ordinal);
        Assert.Matches("GTM +Guatemalan Migration Institute +ENTRY +39 +2022-01 +2025-05 +1,?217 +2025-04", late.Output);
    }

    [Fact]
    public void Country_without_a_calendar_is_refused()
    {
        var refused = command.RunIn("en", null, "movements", "deliver", "validate", command.Write("m.csv", Encoding.UTF8.GetBytes(Delivery)), "--country", "FRA");
        Assert.Equal(1, refused.Code);
        Assert.Contains("deliveries.yaml", refused.Errors, StringComparison.Ordinal);
    }
}
