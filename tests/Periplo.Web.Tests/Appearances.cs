using Periplo.Languages;

namespace Periplo.Web.Tests;

/// <summary>How a page is looked at: language, width of the window and colour scheme.</summary>
internal static class Appearances
{
    // Both of each: half of the eight, so that every pair of them meets.
    private static readonly (Language Language, int Width, bool Dark)[] All =
        [(Language.Es, 320, false), (Language.Es, 1280, true), (Language.En, 320, true), (Language.En, 1280, false)];

    /// <summary>Those a page is checked in: a brief run takes some, others for each page.</summary>
    public static IEnumerable<(Language Language, int Width, bool Dark)> Of(string page)
    {
        var first = page.Sum(letter => letter);
        return Enumerable.Range(first, TestCounts.Appearances).Select(i => All[i % All.Length]);
    }
}
