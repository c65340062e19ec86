using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Starter;

/// <summary>A table with the mapping that reads it: how data are bundled with Periplo.</summary>
/// <param name="TableName">File name of the table: <c>stock.csv.gz</c>.</param>
/// <param name="Table">The table, gzipped CSV.</param>
/// <param name="MappingName">File name of the mapping: <c>stock.yaml</c>.</param>
/// <param name="Mapping">The mapping with the papers, the checksum of the table and the files it was compiled from.</param>
public sealed record StarterFiles(string TableName, byte[] Table, string MappingName, string Mapping);

/// <summary>
/// Writes figures small, with their papers, as a wide table and a mapping that <see cref="SourceReaders"/> reads back to
/// the same observations: values, statuses, types, remarks and units. The same figures give the same bytes.
/// </summary>
public static class StarterCompiler
{
    /// <summary>Compiles figures.</summary>
    /// <param name="name">Name of the files without extension.</param>
    /// <param name="table">Figures and papers.</param>
    /// <param name="compiledFrom">The publisher's files they were read from.</param>
    /// <param name="scope">What to keep and what to sum; all as it is when null.</param>
    /// <exception cref="InvalidOperationException">What is to be summed cannot be.</exception>
    public static StarterFiles Compile(string name, SourceTable table, IReadOnlyList<SourceFile> compiledFrom, StarterScope? scope = null)
    {
        scope ??= new();
        table = StarterSum.Of(table, scope);
        var layout = new StarterLayout(table.Definition, table.Observations, scope.FromYear);
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Csv(layout)));
        var bytes = packed.ToArray();
        var mapping = StarterMapping.Write(table, layout, Convert.ToHexStringLower(SHA256.HashData(bytes)), compiledFrom);
        return new($"{name}.csv.gz", bytes, $"{name}.yaml", mapping);
    }

    private static string Csv(StarterLayout layout)
    {
        var csv = new StringBuilder();
        var (status, type, comment) = (layout.HasStatus, layout.HasDataType, layout.HasComment);
        csv.AppendJoin(',', [
            .. layout.KeyDimensions.Select(dimension => dimension.Id), DataStructure.TimeDimension,
            .. status ? ["OBS_STATUS"] : Array.Empty<string>(), .. type ? ["DATA_TYPE"] : Array.Empty<string>(), .. comment ? ["COMMENT_OBS"] : Array.Empty<string>(),
            .. layout.Columns.Select(column => Quoted(column.Name))]).Append('\n');
        foreach (var (key, cells) in layout.Rows())
        {
            foreach (var code in key.Codes)
                csv.Append(code).Append(',');
            csv.Append(key.Time);
            if (status)
                csv.Append(',').Append(key.Status is { } letter ? letter.Letter().ToString() : "");
            if (type)
                csv.Append(',').Append(key.DataType);
            if (comment)
                csv.Append(',').Append(Quoted(key.Comment ?? ""));
            foreach (var cell in cells)
                csv.Append(',').Append(cell is null ? "" : double.IsNaN(cell.Value) ? StarterMapping.MissingMark : cell.Value.ToString("R"));
            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
