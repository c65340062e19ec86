using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Periplo.Web.Tests;

/// <summary>Reads what a test needs out of a page.</summary>
internal static partial class Html
{
    /// <summary>The values of an attribute, in order.</summary>
    public static IEnumerable<string> Attributes(string html, string name) =>
        Regex.Matches(html, $"""\s{name}="([^"]*)" """.TrimEnd(), RegexOptions.CultureInvariant).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    /// <summary>The opening tags of an element.</summary>
    public static IEnumerable<string> Tags(string html, string element) =>
        Regex.Matches(html, $"<{element}(?=[\\s>])[^>]*>", RegexOptions.CultureInvariant).Select(match => match.Value);

    /// <summary>Addresses by language that the head gives as alternates.</summary>
    public static Dictionary<string, string> Alternates(string html) =>
        Tags(html, "link").Where(tag => tag.Contains("rel=\"alternate\"", StringComparison.Ordinal))
            .ToDictionary(tag => Attributes(tag, "hreflang").Single(), tag => Attributes(tag, "href").Single());

    /// <summary>Every text a person meets: nodes, and the attributes that are read out or shown.</summary>
    public static List<string> Texts(string html)
    {
        var texts = new List<string>();
        var plain = Script().Replace(html, "");
        foreach (var name in (string[])["aria-label", "title", "placeholder", "alt"])
            texts.AddRange(Attributes(plain, name));
        texts.AddRange(Tags(plain, "meta").Where(tag => tag.Contains("name=\"description\"", StringComparison.Ordinal)).SelectMany(tag => Attributes(tag, "content")));
        texts.AddRange(Tag().Split(plain).Select(text => Space().Replace(WebUtility.HtmlDecode(text), " ").Trim()).Where(text => text.Length > 0));
        return texts;
    }

    /// <summary>The text of a piece of markup in one line.</summary>
    public static string Text(string html) => Spaced(WebUtility.HtmlDecode(Tag().Replace(html, " ")));

    /// <summary>Words with one blank between them, as <see cref="Text"/> gives them.</summary>
    public static string Spaced(string text) => Space().Replace(text, " ").Trim();

    /// <summary>The rows of the first table after a place, cells as text, head first.</summary>
    public static List<List<string>> Table(string html, int from = 0)
    {
        var start = html.IndexOf("<table", from, StringComparison.Ordinal);
        var end = html.IndexOf("</table>", start, StringComparison.Ordinal);
        return [.. Row().Matches(html[start..end]).Select(row => CellPattern().Matches(row.Groups["cells"].Value).Select(cell => Text(cell.Groups["text"].Value)).ToList())];
    }

    /// <summary>The first chart of a page.</summary>
    public static XElement Chart(string html)
    {
        var start = html.IndexOf("<svg class=\"chart\" viewBox", StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(html[start..]), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        reader.MoveToContent();
        using var chart = reader.ReadSubtree();
        return XElement.Load(chart);
    }

    [GeneratedRegex("<(?<name>script|style)[^>]*>.*?</\\k<name>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    // The narrow space stands within French numbers: it parts no words.
    [GeneratedRegex("[\\s-[\u202F]]+")]
    private static partial Regex Space();

    [GeneratedRegex("<tr>(?<cells>.*?)</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(?<text>.*?)</t[hd]>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CellPattern();
}
