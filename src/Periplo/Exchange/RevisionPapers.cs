using System.Security.Cryptography;
using System.Text;
using Periplo.Statistics;
using Text = Periplo.Languages.Text;

namespace Periplo.Exchange;

/// <summary>The papers of parts of a revision under codes, so that a figure leaves with them in few bytes and in every language.</summary>
/// <param name="Code">Code of publisher and method in the lists of the flow.</param>
/// <param name="Publisher">Publisher and publication.</param>
/// <param name="Url">Where the publisher offers them; empty where nobody said.</param>
/// <param name="Method">How the figures were made.</param>
/// <param name="LicenceCode">Code in CL_LICENCE.</param>
/// <param name="Licence">The licence in words.</param>
public sealed record CodedPapers(string Code, Text Publisher, string Url, Text Method, string LicenceCode, string Licence);

/// <summary>
/// The papers of a revision. Files of one revision may have different ones, each of which is a code of its own. Parts are only ever
/// added, so a code never comes to mean something else.
/// </summary>
public sealed class RevisionPapers
{
    private const int LongestLicence = 32;

    private readonly int[] ofPart;

    /// <summary>The papers of the parts of a revision, in the order of their import.</summary>
    public RevisionPapers(IReadOnlyList<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var code = Id($"{parts[0].Revision.Source}@{parts[0].Revision.Release}");
        var distinct = parts.Select(part => part.Papers).Distinct().ToList();
        ofPart = [.. parts.Select(part => distinct.IndexOf(part.Papers))];
        // The first keeps the plain code when others come.
        All = [.. distinct.Select((papers, i) => new CodedPapers(
            i == 0 ? code : $"{code}@{i + 1}", papers.Publisher, papers.Url, papers.Method, LicenceCode(papers.Licence), papers.Licence))];
    }

    /// <summary>The papers under their codes.</summary>
    public IReadOnlyList<CodedPapers> All { get; }

    /// <summary>Place in <see cref="All"/> of the papers of a part.</summary>
    public int Of(int part) => ofPart[part];

    /// <summary>The code of a licence: its own letters where they are few, else a short name of its text.</summary>
    public static string LicenceCode(string licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        if (licence.Length == 0)
            return "NOT_STATED";
        return licence.Length <= LongestLicence && Ascii.IsValid(licence)
            ? Id(licence)
            : $"TERMS_{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(licence)))[..8]}";
    }

    /// <summary>The text as an id of the standard: letters, digits, <c>_ @ $ -</c> (SDMXCommonReferences.xsd, IDType).</summary>
    private static string Id(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var letter in text)
            id.Append(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '@' or '$' or '-' ? letter : '_');
        return id.ToString();
    }
}
