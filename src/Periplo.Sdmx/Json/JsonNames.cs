using System.Buffers;
using System.Text;

namespace Periplo.Sdmx.Json;

/// <summary>Names of members, each as one string however often it comes: formats have few.</summary>
internal sealed class JsonNames
{
    private const int Most = 512;
    private const int Longest = 64;

    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    /// <summary>No names yet.</summary>
    public JsonNames() => bySpan = places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A name that was met before, and its place among them.</summary>
    public bool TryFind(ReadOnlySpan<byte> text, out (string Name, int Place) found)
    {
        Span<char> chars = stackalloc char[Longest];
        if (text.Length <= Longest && Ascii.ToUtf16(text, chars, out var length) == OperationStatus.Done
            && bySpan.TryGetValue(chars[..length], out var name, out var place))
        {
            found = (name, place);
            return true;
        }

        found = default;
        return false;
    }

    /// <summary>Keeps a name while there are not too many; the place of others is that behind the last.</summary>
    public (string Name, int Place) Add(string name)
    {
        if (places.TryGetValue(name, out var place))
            return (name, place);
        if (places.Count == Most)
            return (name, Most);
        places.Add(name, places.Count);
        return (name, places.Count - 1);
    }
}
