using Periplo.Languages;
using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>Finds records for the search of the site by the words of their titles.</summary>
internal static class RecordSearch
{
    private const int MostOfOne = 4;
    private const int MostInAll = 24;
    private const int ShortestWord = 3;

    /// <summary>What people look for first.</summary>
    private static readonly string[] First = ["documents", "processes", "commitments"];

    /// <summary>A few public records of each register whose titles have all the words.</summary>
    public static IEnumerable<(string Name, string Address)> Find(Site site, string wanted, Language language)
    {
        var words = Spelling.OrderKey(wanted, Language.En).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.All(word => word.Length < ShortestWord))
            return [];
        var markup = new RecordMarkup(site, language, Person.Public);
        return site.Installation.Records.Registers.All
            .OrderBy(register => Array.IndexOf(First, register.Id) is >= 0 and var place ? place : First.Length)
            .SelectMany(register => In(register).Take(MostOfOne)).Take(MostInAll);

        IEnumerable<(string Name, string Address)> In(Register register)
        {
            // Records named by another record would only repeat that one.
            if (register.Title.Type is not (FieldType.Text or FieldType.Translated))
                yield break;
            foreach (var head in site.Installation.Records.Table(register.Id).List(new(wanted), language).Records)
            {
                var name = markup.Name(register, head.Published!.Values);
                var key = Spelling.OrderKey(name, Language.En);
                if (words.All(word => key.Contains(word, StringComparison.Ordinal)))
                    yield return ($"{name} ({register.One.In(language)})", RegisterAddresses.Record(language, register.Id, head.Id));
            }
        }
    }
}
