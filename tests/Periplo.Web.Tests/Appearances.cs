using Periplo.Languages;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>How a page is looked at: language, width of the window and colour scheme.</summary>
internal static class Appearances
{
    // Width and scheme both ways for each language but one of the four, so that every pair meets: French, whose words are
    // the longest, is the language of the narrow window twice.
    private static readonly (Language Language, int Width, bool Dark)[] All =
        [(Language.Fr, 320, false), (Language.Es, 1280, true), (Language.En, 320, true), (Language.Fr, 1280, true), (Language.Es, 320, false), (Language.En, 1280, false)];

    /// <summary>Languages a path of many pages is walked in: the seed says which a brief run takes.</summary>
    public static TheoryData<Language> Languages =>
        new(Enumerable.Range(TestCounts.Seed % Site.Languages.Count, TestCounts.Languages).Select(i => Site.Languages[i % Site.Languages.Count]));

    /// <summary>Those a page is checked in: a brief run takes some, others for each page.</summary>
    public static IEnumerable<(Language Language, int Width, bool Dark)> Of(string page)
    {
        var first = page.Sum(letter => letter);
        return Enumerable.Range(first, TestCounts.Appearances).Select(i => All[i % All.Length]);
    }
}
