namespace Periplo.Sources;

/// <summary>
/// A header held against the columns of a layout. A column too many is as wrong as one too few: it may split the
/// figures (by age, say) in a way the layout does not know.
/// </summary>
internal sealed class HeaderMatch
{
    public HeaderMatch(SourceReader reader, IReadOnlyList<string> header)
    {
        Reader = reader;
        var names = header.Select(name => name.Trim()).ToList();
        Missing = [.. reader.Columns.Except(names)];
        Unknown = [.. names.Where(name => !reader.Columns.Contains(name) && !reader.OptionalColumns.Contains(name)).Distinct()];
        Doubled = [.. names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key)];
        Found = reader.Columns.Intersect(names).Count();
    }

    public SourceReader Reader { get; }

    /// <summary>Columns the layout needs and the header lacks.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Columns of the header the layout does not know.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Columns that stand twice.</summary>
    public IReadOnlyList<string> Doubled { get; }

    /// <summary>Columns found.</summary>
    public int Found { get; }

    /// <summary>True when every column is there once and no other.</summary>
    public bool IsExact => Reader.Columns.Count > 0 && Missing.Count == 0 && Unknown.Count == 0 && Doubled.Count == 0;

    /// <summary>How near the header is to the layout, 0 to 1.</summary>
    public double Nearness => Reader.Columns.Count == 0 ? 0 : (double)Found / (Reader.Columns.Count + Unknown.Count);
}
