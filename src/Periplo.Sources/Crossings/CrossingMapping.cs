using System.Text;
using Periplo.Areas;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>How an office's own table of crossings is read: which column is what. Written as YAML; docs/crossings.md describes it.</summary>
public sealed class CrossingMapping
{
    internal CrossingMapping()
    {
    }

    /// <summary>Name of the mapping, for messages.</summary>
    public string File { get; internal init; } = "";

    /// <summary>The YAML it was read from, to be kept with what is made of the crossings.</summary>
    public string Text { get; internal init; } = "";

    internal byte Delimiter { get; init; } = (byte)',';

    internal Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>Line of the header.</summary>
    internal int HeaderRow { get; init; } = 1;

    /// <summary>By name in the header, what a column is: a name of <see cref="CrossingColumns"/>.</summary>
    internal IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>By column, the code the whole file shares.</summary>
    internal IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>By column, what the table writes and the code it stands for; null leaves the line out.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Codes { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string?>>();

    /// <summary>How the columns <c>ts</c>, <c>date</c>, <c>hour</c> and <c>birth</c> are written; those that do not stand here, as ISO 8601.</summary>
    internal IReadOnlyDictionary<string, DateFormat> Formats { get; init; } = new Dictionary<string, DateFormat>();

    /// <summary>Clock of times without a zone; null when they are rejected or <see cref="ZoneOfPost"/> says so.</summary>
    internal PostClock? Zone { get; init; }

    /// <summary>True when times without a zone are those on the clock of the post, or of the reporting country.</summary>
    internal bool ZoneOfPost { get; init; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="areas">The areas there are.</param>
    /// <exception cref="InputException">It is wrong at a line and column.</exception>
    public static CrossingMapping Read(string file, string text, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(areas);
        return new CrossingMappingReader(file, text, areas).Read();
    }
}
