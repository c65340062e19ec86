using System.Text;
using Periplo.Registers;
using Periplo.Sources.Registers;

namespace Periplo.Tests.Registers;

/// <summary>The register that docs/registers.md declares, and centres made up for it.</summary>
internal sealed class ResourceCentres : IDisposable
{
    public const string Id = "resource-centres";

    /// <summary>The definition as the page shows it.</summary>
    public static string Definition { get; } = Block();

    private static readonly Lazy<RegisterSet> Declared = new(() => Read(Definition));

    /// <summary>The register among those that come with Periplo.</summary>
    public static Register Register => Declared.Value.Get(Id);

    /// <summary>A folder of overrides that has the definition.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("periplo-centres-").FullName;

    public ResourceCentres()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "registers"));
        File.WriteAllText(Path.Combine(Folder, "registers", "resource-centres.yaml"), Definition);
    }

    /// <summary>Reads a definition beside those that come with Periplo.</summary>
    public static RegisterSet Read(params string[] definitions)
    {
        var bundled = Directory.GetFiles(BundledData.Path("registers/definitions"), "*.yaml").Order(StringComparer.Ordinal).Select(file => new DeclarationFile(Path.GetFileName(file), File.ReadAllText(file)));
        return RegisterReader.Read(
            new("shared.yaml", File.ReadAllText(BundledData.Path("registers/shared.yaml"))),
            bundled.Concat(definitions.Select((text, i) => new DeclarationFile($"own{i}.yaml", text))),
            ["STOCK", "FLOWS"]);
    }

    public static string[] Values(params (string Column, string Value)[] filled)
    {
        var values = new string[Register.Columns.Count];
        Array.Fill(values, "");
        foreach (var (column, value) in filled)
        {
            Assert(Register.Position(column) >= 0, column);
            values[Register.Position(column)] = value;
        }

        return values;
    }

    /// <summary>A centre with what is required, and what is given in place of it or beside.</summary>
    public static string[] Centre(params (string Column, string Value)[] filled) => Values(
    [
        ("name.es", "Centro"), ("name.en", "Centre"), ("area", "GTM"), ("city", "Tecún Umán"), ("kind", "government"),
        ("services", "legal|jobs"), ("free", "yes"), ("contact", "Oficina 3"), .. filled,
    ]);

    /// <summary>A centre at random, all its fields right.</summary>
    public static RecordRow Random(Random random, int number)
    {
        string One(params ReadOnlySpan<string> of) => of[random.Next(of.Length)];
        string Words() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => One("centro", " de ", "Ñandú", "\"a\"", ",", ";", "'", "€", "😀", "移民", "ق", "1", "&", "< 3", "--", "\\"))).Trim() is { Length: > 0 } text && text[0] != '-' ? text : "centro";
        string Maybe(string value) => random.Next(3) == 0 ? "" : value;
        var amount = Maybe($"{random.Next(1_000_000)}");
        var values = Centre(
            ("name.es", Words()), ("name.en", Words()), ("name.fr", Maybe(Words())), ("area", One("GTM", "HND", "MEX", "019")), ("city", Words() + number), ("kind", One("government", "consulate", "civil-society")),
            ("services", One("legal", "legal|jobs", "return|information")), ("languages", Maybe(One("es", "es|mam"))), ("open.from", Maybe("2001-02")), ("open.to", Maybe("2020")),
            ("visits", Maybe(One("0", "12", "0.10", "123456789012345678", "1000"))), ("budget", amount), ("budget.currency", amount.Length > 0 ? One("USD", "EUR") : ""),
            ("budget.price_year", amount.Length > 0 ? Maybe("2010") : ""), ("website", Maybe($"https://example.org/{number}?a=1&b=2")), ("free", One("yes", "no")));
        if (random.Next(2) == 0)
        {
            values[Register.Position("since")] = One("2001", "2010-07", "2015-07-15");
            values[Register.Position("since.status")] = One("announced", "actual");
        }

        if (random.Next(2) == 0)
            (values[Register.Position("note.es")], values[Register.Position("note.en")]) = ($"{Words()}\n{Words()}", Words());
        return new(new($"línea {number + 2}", $"line {number + 2}", $"line {number + 2}"), $"c{number}", values);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Block()
    {
        var page = File.ReadAllText(BundledData.Path("../docs/registers.md"), Encoding.UTF8);
        var from = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        return page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private static void Assert(bool holds, string what)
    {
        if (!holds)
            throw new ArgumentException($"{Id} has no column {what}.", nameof(what));
    }
}
