using System.Text.Json;
using Periplo.Tests.Registers;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>A register made of one file, from its definition to its dataset, as a user types it.</summary>
public sealed class RegisterCommandTests : IDisposable
{
    private const string Centres =
        "id,name.es,name.en,area,city,kind,services,since,since.status,free,contact\n" +
        "tecun,Centro de Tecún Umán,Tecún Umán centre,GTM,Tecún Umán,government,legal|jobs,2008-07,actual,yes,Eva\n" +
        "tapachula,Casa Tapachula,Tapachula house,MEX,Tapachula,civil-society,information,2008,actual,yes,Luz\n";

    private readonly ResourceCentres centres = new();
    private readonly Command command = new();

    public void Dispose()
    {
        command.Dispose();
        centres.Dispose();
    }

    [Fact]
    public void A_register_of_ones_own_is_shown_filled_exported_and_counted()
    {
        var definition = Path.Combine(centres.Folder, "registers", "resource-centres.yaml");
        Assert.Contains("the definition is right, 16 fields, 25 columns, dataset RESOURCE_CENTRES", Run("register", "validate", definition).Output, StringComparison.Ordinal);
        var template = Path.Combine(command.Folder, "t.xlsx");
        Assert.Equal(0, Run("register", "export", "resource-centres", "--form", "xlsx", "--template", "-o", template).Code);
        Assert.True(new FileInfo(template).Length > 2_000);
        var file = command.Write("c.csv", Centres);
        Assert.Equal("2 new and 0 changed would be imported; 0 are there already.\n", Run("register", "validate", "resource-centres", file).Output);
        Assert.Equal("Migrant resource centres: 2 new, 0 changed, 0 were there already\n", Run("register", "import", "resource-centres", file).Output);
        Assert.DoesNotContain("tecun", Run("register", "show", "resource-centres").Output, StringComparison.Ordinal);
        Assert.Contains("tecun", Run("register", "show", "resource-centres", "--drafts").Output, StringComparison.Ordinal);
        Assert.Equal("Migrant resource centres: 0 new, 2 changed, 0 were there already\n", Run("register", "import", "resource-centres", file, "--approve", "--why", "first list", "--as", "ana").Output);

        var list = Run("register", "show", "resource-centres", "--search", "TECUN umán").Output;
        Assert.Contains("Tecún Umán centre", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Tapachula", list, StringComparison.Ordinal);
        Assert.DoesNotContain("tecun ", Run("register", "show", "resource-centres", "--where", "area=MEX").Output, StringComparison.Ordinal);
        var record = Run("register", "show", "resource-centres", "tecun").Output;
        Assert.Contains("Services: legal | jobs", record, StringComparison.Ordinal);
        Assert.Matches("ana +Approved +first list", record);

        using var json = JsonDocument.Parse(Run("register", "export", "resource-centres", "--form", "json").Output);
        Assert.Equal(["approved", "approved"], json.RootElement.GetProperty("records").EnumerateArray().Select(one => one.GetProperty("state").GetString()));
        Assert.DoesNotContain("Eva", Run("register", "export", "resource-centres").Output, StringComparison.Ordinal);
        Assert.Contains("Eva", Run("register", "export", "resource-centres", "--restricted").Output, StringComparison.Ordinal);

        Assert.Contains("RESOURCE_CENTRES", Run("datasets").Output, StringComparison.Ordinal);
        Assert.Contains("A,GTM,government,COUNT,2008,1,A,NUMBER,0,PERIPLO.", Run("export", "RESOURCE_CENTRES").Output, StringComparison.Ordinal);
        Assert.Contains("resource-centres.csv", Run("lineage", "RESOURCE_CENTRES").Output, StringComparison.Ordinal);
        Assert.Contains("Resource centres by country and kind", Run("show", "RESOURCE_CENTRES").Output, StringComparison.Ordinal);
        Assert.Matches("resource-centres +Migrant resource centres +2 +0 +0 +RESOURCE_CENTRES", Run("registers").Output);
        Assert.Equal(0, Run("audit", "verify").Code);
    }

    [Fact]
    public void Wrong_rows_are_told_one_a_line_and_nothing_is_imported()
    {
        var file = command.Write("c.csv", Centres.Replace("2008-07", "julio", StringComparison.Ordinal).Replace("MEX", "México", StringComparison.Ordinal));

        var refused = Run("register", "import", "resource-centres", file);

        Assert.Equal(1, refused.Code);
        Assert.Equal(3, refused.Errors.TrimEnd().Split('\n').Length);
        Assert.Contains("line 2, since: \"julio\" is no date", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("line 3, area: \"México\" is no area", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1, Run("register", "validate", "resource-centres", file).Code);
        Assert.DoesNotContain("tecun", Run("register", "show", "resource-centres", "--drafts").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no register \"offices\"", "register", "show", "offices")]
    [InlineData("There is no record \"nobody\"", "register", "show", "resource-centres", "nobody")]
    [InlineData("is not understood: write column=value", "register", "show", "resource-centres", "--where", "country=GTM")]
    [InlineData("Could not find file", "register", "import", "resource-centres", "/nowhere/c.csv")]
    [InlineData("Could not find file", "register", "validate", "/nowhere.yaml")]
    public void What_is_not_there_is_said(string message, params string[] arguments)
    {
        var outcome = Run(arguments);

        Assert.Equal(1, outcome.Code);
        Assert.Contains(message, outcome.Errors.Replace("Could not find a part of the path", "Could not find file", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_definition_is_refused_by_its_line()
    {
        var file = command.Write("bad.yaml", ResourceCentres.Definition.Replace("id: resource-centres", "id: offices", StringComparison.Ordinal).Replace("RESOURCE_CENTRES", "OFFICES", StringComparison.Ordinal).Replace("type: money", "type: cash", StringComparison.Ordinal));

        var refused = Run("register", "validate", file);

        Assert.Equal(1, refused.Code);
        Assert.Contains("bad.yaml, line ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("\"cash\" is not a value known here", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_cut_off_is_told_by_exit_code()
    {
        Assert.Equal(0, Run("register", "import", "resource-centres", command.Write("c.csv", Centres)).Code);
        var whole = Run("audit", "verify");
        var hash = whole.Output.Trim()[^64..];

        Assert.Equal(0, Run("audit", "verify", "--expect", hash).Code);
        Assert.Equal(1, Run("audit", "verify", "--expect", new string('0', 63) + "1").Code);
    }

    private Outcome Run(params string[] arguments) => command.RunIn("en", null, [.. arguments, "--overrides", centres.Folder]);
}
