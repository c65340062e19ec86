using Periplo.Languages;

namespace Periplo.Sources.Crossings;

/// <summary>A line or record that was not taken.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Line of a text or number of a record, from 1; the header is line 1.</param>
/// <param name="Column">Name of the column at fault, or null when it is the line as a whole.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Cell">
/// The cell at fault, short and printable. Empty where it could tell who the person is: the columns of persons and
/// documents are never shown, and a run of nine and more letters and digits with a digit in it is blotted out.
/// </param>
public sealed record Reject(string File, long Line, string? Column, CrossingFault Fault, string Cell)
{
    /// <summary>What is wrong and what is expected.</summary>
    public Text Reason => Fault.Reason();
}

/// <summary>Collects rejected lines. One instance serves all workers, and more than one reading when lines of several should stand together.</summary>
/// <param name="mostListed">Rejects kept one by one; further ones are only counted.</param>
public sealed class Rejects(int mostListed = 100_000)
{
    private readonly Lock gate = new();
    private readonly List<Reject> listed = [];
    private readonly long[] counts = new long[Enum.GetValues<CrossingFault>().Length];

    /// <summary>Rejects so far, listed or not.</summary>
    public long Count { get; private set; }

    /// <summary>How many for each reason that occurred.</summary>
    public IReadOnlyDictionary<CrossingFault, long> ByFault
    {
        get
        {
            lock (gate)
                return Enum.GetValues<CrossingFault>().Where(fault => counts[(int)fault] > 0).ToDictionary(fault => fault, fault => counts[(int)fault]);
        }
    }

    /// <summary>The rejects kept, by file and line, whichever worker met them.</summary>
    public IReadOnlyList<Reject> Listed
    {
        get
        {
            lock (gate)
                return [.. listed.OrderBy(reject => reject.File, StringComparer.Ordinal).ThenBy(reject => reject.Line)];
        }
    }

    /// <summary>Takes a reject.</summary>
    public void Add(Reject reject)
    {
        ArgumentNullException.ThrowIfNull(reject);
        lock (gate)
        {
            Count++;
            counts[(int)reject.Fault]++;
            if (listed.Count < mostListed)
                listed.Add(reject);
        }
    }

    /// <summary>Writes the rejects kept as separated values, columns <c>file,line,column,reason,explanation,cell</c>; a last line says how many were only counted.</summary>
    /// <param name="to">Where to; line ends are LF.</param>
    /// <param name="language">Language of the explanations.</param>
    public void Write(TextWriter to, Language language)
    {
        ArgumentNullException.ThrowIfNull(to);
        var lines = Listed;
        to.Write("file,line,column,reason,explanation,cell\n");
        foreach (var reject in lines)
            to.Write($"{Quoted(reject.File)},{reject.Line},{Quoted(reject.Column ?? "")},{reject.Fault.Code()},{Quoted(reject.Reason.In(language))},{Quoted(reject.Cell)}\n");
        if (Count > lines.Count)
        {
            var more = new Text($"y {Count - lines.Count} más que no se detallan", $"and {Count - lines.Count} more that are not listed", $"et {Count - lines.Count} autres qui ne sont pas détaillées");
            to.Write($",,,,{Quoted(more.In(language))},\n");
        }
    }

    // A spreadsheet would take a cell that begins with one of these for a formula.
    private static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
