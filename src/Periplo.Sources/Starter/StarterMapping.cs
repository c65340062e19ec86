using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Starter;

/// <summary>Writes the mapping of a starter table.</summary>
internal static class StarterMapping
{
    /// <summary>Stands in the table where a value is missing; an empty cell says nothing.</summary>
    public const string MissingMark = "..";

    public static string Write(SourceTable table, StarterLayout layout, string sha256, IReadOnlyList<SourceFile> compiledFrom)
    {
        var yaml = new StringBuilder();
        yaml.Append($"dataset: {table.Revision.Dataset}\nrevision: {Quoted(table.Revision.Id)}\n");
        yaml.Append($"publisher: {InEach(table.Papers.Publisher)}\nurl: {Quoted(table.Papers.Url)}\nlicence: {Quoted(table.Papers.Licence)}\nmethod: {InEach(table.Papers.Method)}\n");
        yaml.Append($"sha256: {sha256}\n");
        Section(yaml, "compiled_from", compiledFrom.Select(file => $"- {{ file: {Quoted(file.Name)}, sha256: {file.Sha256}, bytes: {file.Bytes} }}"));
        Section(yaml, "notes", table.Notes.Select(note => $"- {InEach(note)}"));
        Section(yaml, "constants", layout.Constants.Select(one => $"{one.Dimension}: {Quoted(one.Code)}"));
        string[] attributes = [.. layout.HasStatus ? ["OBS_STATUS"] : Array.Empty<string>(), .. layout.HasDataType ? ["DATA_TYPE"] : Array.Empty<string>(), .. layout.HasComment ? ["COMMENT_OBS"] : Array.Empty<string>()];
        Section(yaml, "columns", layout.KeyDimensions.Select(one => one.Id).Append(DataStructure.TimeDimension).Concat(attributes).Select(id => $"{id}: {id}"));
        Section(yaml, "values", layout.Columns.Select(column => $"{Quoted(column.Name)}: {{ {string.Join(", ", Settings(column))} }}"));
        yaml.Append($"missing: {{ {Quoted(MissingMark)}: O }}\n");
        return yaml.ToString();
    }

    private static IEnumerable<string> Settings(StarterColumn column)
    {
        foreach (var (dimension, code) in column.Codes)
            yield return $"{dimension}: {Quoted(code)}";
        yield return $"unit_mult: {column.UnitMultiplier}";
        yield return $"status: {column.Status.Letter()}";
        if (column.Comment is { } comment)
            yield return $"comment: {Quoted(comment)}";
    }

    private static void Section(StringBuilder yaml, string name, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
            yaml.Append($"{name}:\n").AppendJoin("", all.Select(line => $"  {line}\n"));
    }

    private static string InEach(Text text) => text == Text.Same(text.Es)
        ? Quoted(text.Es)
        : $"{{ es: {Quoted(text.Es)}, en: {Quoted(text.En)}, fr: {Quoted(text.Fr)} }}";

    // A JSON string is a double-quoted YAML scalar.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
