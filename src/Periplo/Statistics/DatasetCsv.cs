using System.Buffers;
using System.Text;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Writes observations as CSV, each with its papers: dimensions in order, period, value, status, unit, multiplier, revision, source, method, licence.</summary>
public static class DatasetCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Columns after the dimensions.</summary>
    public static IReadOnlyList<string> PaperColumns { get; } =
        [DataStructure.TimeDimension, "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "REVISION", "SOURCE", "METHOD", "LICENCE"];

    /// <summary>Columns after the papers when attributes are asked for.</summary>
    public static IReadOnlyList<string> AttributeColumns { get; } = ["DATA_TYPE", "COMMENT_OBS"];

    /// <summary>Column names for a structure. UNIT_MEASURE is written once, among the papers.</summary>
    public static IEnumerable<string> Columns(DataStructure structure, bool attributes) =>
        structure.Dimensions.Select(dimension => dimension.Id).Where(id => id != "UNIT_MEASURE")
            .Concat(PaperColumns).Concat(attributes ? AttributeColumns : []);

    /// <summary>Writes the observations a query asks for.</summary>
    /// <param name="dataset">The figures.</param>
    /// <param name="query">Which of them.</param>
    /// <param name="attributes">Whether the type of data and the footnotes follow the papers.</param>
    /// <param name="language">Language of source and method.</param>
    /// <param name="to">Where to write: UTF-8, LF, header first.</param>
    public static void Write(Dataset dataset, Query query, bool attributes, Language language, Stream to) =>
        Write(dataset, dataset.Select(query), attributes, language, to, header: true);

    /// <summary>Writes chosen observations, with or without the header.</summary>
    public static void Write(Dataset dataset, IReadOnlyList<int> selected, bool attributes, Language language, Stream to, bool header)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var structure = dataset.Definition.Structure;
        var unit = structure.Position("UNIT_MEASURE");
        if (header)
            writer.WriteLine(string.Join(',', Columns(structure, attributes)));
        var papers = dataset.Parts.Select(part => Papers(part, language)).ToArray();
        var o = dataset.Observations;
        Span<char> number = stackalloc char[32];
        foreach (var i in selected)
        {
            for (var d = 0; d < structure.Dimensions.Count; d++)
            {
                if (d == unit)
                    continue;
                writer.Write(o.Code(d, i));
                writer.Write(',');
            }

            var set = o.AttributeSets[o.Attributes[i]];
            writer.Write(o.Times[i].ToString());
            writer.Write(',');
            if (!double.IsNaN(o.Values[i]) && o.Values[i].TryFormat(number, out var length, "R"))
                writer.Write(number[..length]);
            writer.Write(',');
            writer.Write(o.Statuses[i].Letter());
            writer.Write(',');
            writer.Write(o.Code(unit, i));
            writer.Write(',');
            writer.Write(set.UnitMultiplier);
            writer.Write(papers[o.Parts.Length == 0 ? 0 : o.Parts[i]]);
            if (attributes)
            {
                writer.Write(',');
                writer.Write(set.DataType);
                writer.Write(',');
                writer.Write(Field(set.Comment ?? ""));
            }

            writer.Write('\n');
        }
    }

    /// <summary>A field quoted where RFC 4180 needs it.</summary>
    public static string Field(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>A field of words: what a spreadsheet would take for a formula is given an apostrophe before it.</summary>
    public static string WordsField(string text) => Field(text is ['=' or '+' or '@' or '-' or '\t' or '\r', ..] ? $"'{text}" : text);

    private static string Papers(Part part, Language language) =>
        $",{part.Revision.Id},{Field(part.Papers.Publisher.In(language))},{Field(part.Papers.Method.In(language))},{Field(part.Papers.Licence)}";
}
