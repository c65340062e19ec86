using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>What sources and releases may be called: names stand in addresses and file names.</summary>
internal static class RevisionNames
{
    /// <summary>True for 1 to 40 letters, digits, hyphens and underscores.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>True when both names of a revision may be so called.</summary>
    public static bool AreValid(Revision revision) => IsName(revision.Source) && IsName(revision.Release);
}
