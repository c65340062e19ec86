using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Registers;
using Periplo.Sources.Indicators;
using Periplo.Sources.Movements;
using Periplo.Sources.Registers;
using Periplo.Sources.Remittances;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>The bundled data beside the program, and what an installation puts in their place.</summary>
/// <param name="Path">Folder of the bundled data.</param>
/// <param name="Overrides">Folder with an installation's own <c>areas.csv</c> (names), <c>outlines.json</c>, <c>counted-areas.csv</c>, <c>permitted-stay.csv</c>, <c>closed-corridors.csv</c> and <c>harvest.yaml</c>, or null.</param>
public sealed record DataFolder(string Path, string? Overrides)
{
    /// <summary>The folder beside the program; overrides from the option or the variable PERIPLO_OVERRIDES.</summary>
    public static DataFolder Beside(string? overrides) => new(
        System.IO.Path.Combine(AppContext.BaseDirectory, "data"),
        overrides ?? Environment.GetEnvironmentVariable("PERIPLO_OVERRIDES"));

    /// <summary>The areas, with the installation's names.</summary>
    public AreaRegistry Areas()
    {
        using var areas = Open("areas/areas.csv");
        using var members = Open("areas/members.csv");
        using var aliases = Open("areas/aliases.csv");
        var registry = AreaRegistry.Read(areas, members, aliases);
        if (Override("areas.csv") is not { } file)
            return registry;
        using var names = File.OpenRead(file);
        return registry.With(names);
    }

    /// <summary>The outlines of areas, the installation's where it has its own.</summary>
    public Outlines Outlines()
    {
        var file = Override("outlines.json") ?? System.IO.Path.Combine(Path, "outlines", "world-110m.json");
        return Periplo.Areas.Outlines.Read(System.IO.Path.GetFileName(file), File.ReadAllBytes(file));
    }

    /// <summary>How long whom may stay where, the installation's tables where it has its own.</summary>
    /// <param name="areas">The areas.</param>
    /// <exception cref="InputException">A table cannot be taken.</exception>
    public PermittedStayTable PermittedStays(AreaRegistry areas)
    {
        using var counted = OpenOwn("movements/counted-areas.csv");
        using var rows = OpenOwn("movements/permitted-stay.csv");
        return PermittedStayReader.Read(("counted-areas.csv", counted), ("permitted-stay.csv", rows), areas);
    }

    /// <summary>Corridors (sender, receiver) through which no remittances pass for political reasons, the installation's where it has its own.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="definitions">The datasets.</param>
    /// <exception cref="InputException">The table cannot be taken.</exception>
    public IReadOnlySet<(string Sender, string Receiver)> ClosedCorridors(AreaRegistry areas, DatasetDefinitions definitions)
    {
        using var rows = OpenOwn("remittances/closed-corridors.csv");
        return ClosedCorridorsReader.Read("closed-corridors.csv", rows, areas, definitions);
    }

    /// <summary>A bundled file.</summary>
    /// <exception cref="InputException">It is not there.</exception>
    public Stream Open(string name)
    {
        try
        {
            return File.OpenRead(System.IO.Path.Combine(Path, name));
        }
        catch (IOException error)
        {
            throw new InputException(name, place: null, new Text("falta entre los datos que acompañan al programa; instale Periplo de nuevo.", "is missing from the data that come with the program; install Periplo again.", "manque parmi les données qui accompagnent le programme ; installez Periplo de nouveau."), error);
        }
    }

    /// <summary>Files of the starter data: a mapping and a table each.</summary>
    public IEnumerable<string> StarterMappings() =>
        Directory.Exists(System.IO.Path.Combine(Path, "starter"))
            ? Directory.EnumerateFiles(System.IO.Path.Combine(Path, "starter"), "*.yaml").Order(StringComparer.Ordinal)
            : [];

    /// <summary>The registers: those that come with Periplo, and the installation's own in the folder <c>registers</c> of its overrides.</summary>
    /// <param name="datasets">Ids of datasets that are taken already.</param>
    /// <exception cref="InputException">A definition is not understood.</exception>
    public RegisterSet Registers(IEnumerable<string> datasets) => Read(Definitions(), datasets);

    /// <summary>Reads a definition as if it were among the installation's own, in place of one of the same file name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="datasets">Ids of datasets that are taken already.</param>
    /// <exception cref="InputException">It is not understood, or does not go with the others.</exception>
    public Register CheckRegister(string file, IEnumerable<string> datasets)
    {
        var name = System.IO.Path.GetFileName(file);
        var others = Definitions().Where(other => System.IO.Path.GetFileName(other) != name).ToList();
        var before = Read(others, datasets).All.Select(register => register.Id).ToHashSet();
        return Read(others.Append(file), datasets).All.First(register => !before.Contains(register.Id));
    }

    /// <summary>Who delivers monthly tables by when: <c>deliveries.yaml</c> of the installation, or the calendar that comes with Periplo.</summary>
    /// <param name="areas">The areas.</param>
    /// <exception cref="InputException">The calendar is not understood.</exception>
    public DeliveryCalendar Deliveries(AreaRegistry areas)
    {
        var file = Declaration(Override("deliveries.yaml") ?? System.IO.Path.Combine(Path, "deliveries", "calendar.yaml"));
        return DeliveryCalendarReader.Read(file.Name, file.Text, areas);
    }

    /// <summary>The indicators: those that come with Periplo, and the installation's own blocks in the folder <c>indicators</c> of its overrides.</summary>
    /// <param name="definitions">The datasets there are.</param>
    /// <exception cref="InputException">A declaration is not understood.</exception>
    public IndicatorRegistry Indicators(DatasetDefinitions definitions)
    {
        var folder = System.IO.Path.Combine(Path, "indicators");
        var shared = System.IO.Path.Combine(folder, "shared.yaml");
        var files = Directory.EnumerateFiles(folder, "*.yaml").Where(file => file != shared).Order(StringComparer.Ordinal).ToList();
        if (Overrides is not null && System.IO.Path.Combine(Overrides, "indicators") is var own && Directory.Exists(own))
            files.AddRange(Directory.EnumerateFiles(own, "*.yaml").Order(StringComparer.Ordinal));
        return IndicatorReader.Read(Declaration(shared), files.Select(Declaration), definitions);
    }

    /// <summary>The installation's list of remotes, <c>harvest.yaml</c> of its overrides; null where it has none.</summary>
    public string? HarvestList() => Override("harvest.yaml");

    private List<string> Definitions()
    {
        var files = Directory.EnumerateFiles(System.IO.Path.Combine(Path, "registers", "definitions"), "*.yaml").ToList();
        if (Overrides is not null && System.IO.Path.Combine(Overrides, "registers") is var own && Directory.Exists(own))
            files.AddRange(Directory.EnumerateFiles(own, "*.yaml"));
        return [.. files.Order(StringComparer.Ordinal)];
    }

    private RegisterSet Read(IEnumerable<string> files, IEnumerable<string> datasets) =>
        RegisterReader.Read(Declaration(System.IO.Path.Combine(Path, "registers", "shared.yaml")), files.Select(Declaration), datasets);

    /// <summary>The records that come with a register, or null.</summary>
    public string? RecordsOf(string register)
    {
        var file = System.IO.Path.Combine(Path, "registers", "records", register + ".csv");
        return File.Exists(file) ? file : null;
    }

    private static DeclarationFile Declaration(string file)
    {
        try
        {
            return new(System.IO.Path.GetFileName(file), File.ReadAllText(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, place: null, Text.Same(error.Message), error);
        }
    }

    private Stream OpenOwn(string name) => Override(System.IO.Path.GetFileName(name)) is { } file ? File.OpenRead(file) : Open(name);

    private string? Override(string name)
    {
        if (Overrides is null)
            return null;
        var file = System.IO.Path.Combine(Overrides, name);
        return File.Exists(file) ? file : null;
    }
}
