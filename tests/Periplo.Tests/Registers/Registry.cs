using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Tests.Storage;

namespace Periplo.Tests.Registers;

/// <summary>An installation with the registers that come with Periplo, on a store of its own.</summary>
internal sealed class Registry : IDisposable
{
    private readonly StorePlace place;
    private readonly string? overrides;

    /// <param name="engine">Where its store is.</param>
    /// <param name="overrides">Folder with registers of its own.</param>
    public Registry(string engine, string? overrides = null)
    {
        this.overrides = overrides;
        place = StorePlace.On(engine);
        Installation = Open();
    }

    public Installation Installation { get; }

    public StorePlace Place => place;

    public Records Records => Installation.Records;

    public static Person Editor { get; } = new("eva", new Dictionary<string, Role> { [Person.Everywhere] = Role.Editor });

    public static Person Approver { get; } = new("ana", new Dictionary<string, Role> { [Person.Everywhere] = Role.Approver });

    /// <summary>Another server on the same store.</summary>
    public Installation Open() => new(place.Open(), new DataFolder(BundledData.Path("."), overrides), TimeProvider.System);

    /// <summary>Values of a register by the names of its columns.</summary>
    public string[] Values(string register, params (string Column, string Value)[] filled)
    {
        var definition = Records.Registers.Get(register);
        var values = new string[definition.Columns.Count];
        Array.Fill(values, "");
        foreach (var (column, value) in filled)
            values[definition.Position(column)] = value;
        return values;
    }

    /// <summary>A document others may cite.</summary>
    public string[] Document(string title) => Values(
        "documents",
        ("title.es", title), ("title.en", title), ("kind", "report"), ("publisher.es", "Naciones Unidas"), ("publisher.en", "United Nations"), ("date", "2008-08-11"));

    public void Dispose() => place.Dispose();
}
