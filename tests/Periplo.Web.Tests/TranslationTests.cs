using System.Text.RegularExpressions;
using Periplo.Languages;
using Periplo.Registers;
using Xunit;

namespace Periplo.Web.Tests;

public sealed partial class TranslationTests(TestSite site)
{
    private static List<string>? recorded;

    public static TheoryData<string> Kinds => PageKinds.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_sentence_is_the_same_in_two_languages(string kind)
    {
        var (spanish, english, french) = (await Sentences(kind, Language.Es), await Sentences(kind, Language.En), await Sentences(kind, Language.Fr));
        Assert.NotEmpty(spanish);
        var same = spanish.Intersect(english).Concat(english.Intersect(french)).Concat(french.Intersect(spanish)).Where(text => WordPattern().Count(text) >= 3).ToList();
        Assert.True(same.Count == 0, $"Untranslated: {string.Join(" | ", same)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_word_of_one_language_stands_in_the_other(string kind)
    {
        foreach (var text in await Sentences(kind, Language.En))
            Assert.False(SpanishOnly().IsMatch(text), $"Spanish on an English page: {text}");
        foreach (var text in await Sentences(kind, Language.Es))
            Assert.False(EnglishOnly().IsMatch(text), $"English on a Spanish page: {text}");
        foreach (var text in await Sentences(kind, Language.Fr))
        {
            Assert.False(EnglishOnly().IsMatch(FrenchToo().Replace(text, "")), $"English on a French page: {text}");
            Assert.False(SpanishOnly().IsMatch(text), $"Spanish on a French page: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_text_is_missing(string kind)
    {
        foreach (var language in Site.Languages)
        {
            var html = await site.Page(PageKinds.Address(kind, language));
            foreach (var empty in (string[])["<h1></h1>", "<h2></h2>", "<h3></h3>", "<dt></dt>", "<dd></dd>", "<th scope=\"col\"></th>", "<th scope=\"row\"></th>", "<summary></summary>", "<title></title>", "aria-label=\"\"", "()", " {0}", " .", " ,"])
                Assert.DoesNotContain(empty, Regex.Replace(html, "\\s+<", "<"), StringComparison.Ordinal);
            foreach (var link in Regex.Matches(html, "<a [^>]*>(?<text>.*?)</a>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Select(match => match.Groups["text"].Value))
                Assert.NotEqual("", Html.Text(link));
        }
    }

    /// <summary>The texts of a page without what has the same name in every language: publishers, licences, files, addresses, and what is marked as of the other language.</summary>
    private async Task<HashSet<string>> Sentences(string kind, Language language)
    {
        var html = await site.Page(PageKinds.Address(kind, language));
        var other = Regex.Replace(html, "<ul class=\"languages\".*?</ul>", "", RegexOptions.Singleline);
        if (language == Language.Fr)
            other = InEnglish().Replace(other, "");
        var exempt = site.Installation.Parts().SelectMany(part => (string[])
        [
            part.Papers.Publisher.In(language), part.Papers.Publisher.In(language).TrimEnd('.'), part.Papers.Licence, part.Papers.Url, part.File.Name,
            .. part.CompiledFrom.Select(file => file.Name),
        ]).Concat(site.Installation.Areas.All.Where(area => area.ShortName.Es == area.ShortName.En || area.ShortName.Fr == area.ShortName.En).Select(area => area.ShortName.In(language)))
            .Concat(language == Language.Fr ? Recorded : []).Select(text => text.Replace('\u00A0', ' ')).Where(text => text.Length > 0).Distinct().OrderByDescending(text => text.Length).ToList();
        return [.. Html.Texts(other).Where(text => language != Language.Fr || !text.EndsWith('…') || !Recorded.Exists(said => said.StartsWith(text[..^1], StringComparison.Ordinal)))
            .Select(text => WordPattern().IsMatch(text) ? exempt.Aggregate(text, (left, one) => left.Replace(one, "", StringComparison.Ordinal)) : text)
            // Codes and checksums are the same everywhere.
            .Select(text => CodePattern().Replace(text, "").Trim()).Where(text => text.Length > 0)];
    }

    /// <summary>What records say that have no French: where it cannot be marked, within charts and titles, it stands in English on French pages.</summary>
    private List<string> Recorded => recorded ??=
    [
        .. site.Installation.Records.Registers.All.SelectMany(register => register.Fields.Where(asked => asked.Type == FieldType.Translated)
            .SelectMany(asked => site.Installation.Records.Table(register.Id).Published.Select(head => asked.Words(head.Published!.Values))))
            .Where(words => words.LacksFrench).SelectMany(words => Hole().Split(words.En)).Select(said => Space().Replace(said, " ").Trim().TrimEnd('.'))
            .Where(said => said.Length > 3).SelectMany(said => (string[])[said, char.ToUpperInvariant(said[0]) + said[1..]]).Distinct().OrderByDescending(said => said.Length),
    ];

    // A paragraph ends, or what a letter leaves to be filled in.
    [GeneratedRegex("\\n|\\{[a-z]+\\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();

    [GeneratedRegex("\\b([A-Z][A-Z0-9_.]+|[0-9a-f]{64})\\b", RegexOptions.ExplicitCapture)]
    private static partial Regex CodePattern();

    [GeneratedRegex("\\p{L}{2,}")]
    private static partial Regex WordPattern();

    // A text of a record that has no French is marked as English.
    [GeneratedRegex("<(?<name>span|p)( class=\"[^\"]*\")? lang=\"en\"[^>]*>.*?</\\k<name>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex InEnglish();

    // French words spelt as English ones.
    [GeneratedRegex("\\b(source|table|persons?)\\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FrenchToo();

    // Words that are no part of any country's English name.
    [GeneratedRegex("\\b(para|según|desde|personas?|países|año|años|cifras?|datos|fuente|una|del|sin|dónde|están?|hay|más|menos|mayores|muestran|suma|archivo)\\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SpanishOnly();

    [GeneratedRegex("\\b(the|of|and|from|with|without|people|persons?|year|years|source|data|where|are|shown|file|table|largest|sum|missing)\\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishOnly();
}
