using System.Text;

namespace Periplo.Charts;

/// <summary>The style sheet of all figures.</summary>
public static class ChartSheet
{
    /// <summary>The sheet as the site serves it: colours are custom properties, light and dark.</summary>
    public static ReadOnlyMemory<byte> Css { get; } = Load();

    /// <summary>
    /// The sheet for saved pictures: custom properties replaced by their light colours, and by their dark ones where the
    /// reader prefers dark, because drawing programs and converters do not know custom properties.
    /// </summary>
    internal static ReadOnlyMemory<byte> Standalone { get; } = Encoding.UTF8.GetBytes(Resolve(Encoding.UTF8.GetString(Css.Span)));

    private static byte[] Load()
    {
        using var stream = typeof(ChartSheet).Assembly.GetManifestResourceStream("Periplo.Charts.charts.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Resolve(string css)
    {
        // The sheet is ours and plain: variables first (light, dark by preference, dark by choice), then rules one a line,
        // then what begins with @, which is for pages.
        var light = Variables(css, css.IndexOf(":root{", StringComparison.Ordinal));
        var dark = new Dictionary<string, string>(light);
        foreach (var (name, value) in Variables(css, css.IndexOf("[data-theme=dark]{", StringComparison.Ordinal)))
            dark[name] = value;
        var rules = css[css.IndexOf("/*rules*/", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith(".chart", StringComparison.Ordinal)).ToArray();
        var sheet = new StringBuilder();
        foreach (var rule in rules)
            sheet.Append(Replace(rule, light)).Append('\n');
        sheet.Append("@media (prefers-color-scheme:dark){\n");
        foreach (var rule in rules.Where(rule => rule.Contains("var(", StringComparison.Ordinal)))
            sheet.Append(Replace(rule, dark)).Append('\n');
        return sheet.Append("}\n").ToString();
    }

    /// <summary>The custom properties of the block that begins at <paramref name="at"/>.</summary>
    internal static Dictionary<string, string> Variables(string css, int at)
    {
        var open = css.IndexOf('{', at) + 1;
        var block = css[open..css.IndexOf('}', open)];
        return block.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':', 2)).Where(pair => pair[0].StartsWith("--", StringComparison.Ordinal))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    private static string Replace(string rule, Dictionary<string, string> values)
    {
        foreach (var (name, value) in values)
            rule = rule.Replace($"var({name})", value, StringComparison.Ordinal);
        return rule;
    }
}
