using System.Globalization;
using Periplo.Languages;
using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>What a list of records was asked for, read from an address and written back into addresses.</summary>
public sealed record RegisterList
{
    /// <summary>Records on a page.</summary>
    public const int PerPage = 50;

    // What a list is asked beside fields, in each language; the API takes the English ones.
    private static readonly Text WordsKey = new("palabras", "search", "mots");
    private static readonly Text SortKey = new("orden", "sort", "tri");
    private static readonly Text PageKey = new("pagina", "page", "page");
    private static readonly Text DraftsKey = new("borradores", "drafts", "brouillons");

    /// <summary>The register.</summary>
    public required Register Register { get; init; }

    /// <summary>Words searched for.</summary>
    public string Words { get; init; } = "";

    /// <summary>Columns and the value each must have.</summary>
    public IReadOnlyList<(Column Column, string Value)> Filters { get; init; } = [];

    /// <summary>Column sorted by, or null for the title.</summary>
    public Column? SortBy { get; init; }

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether drafts are among them.</summary>
    public bool Drafts { get; init; }

    /// <summary>Name of the parameter of a part of the query.</summary>
    public static string WordsParameter(Language language) => WordsKey.In(language);

    /// <summary>Name of the parameter for drafts.</summary>
    public static string DraftsParameter(Language language) => DraftsKey.In(language);

    /// <summary>Name of the parameter of a field: its id, and where that is taken, a line after it.</summary>
    public static string Parameter(Field field) =>
        ((Text[])[WordsKey, SortKey, PageKey, DraftsKey]).Any(key => key.Es == field.Id || key.En == field.Id || key.Fr == field.Id) ? field.Id + "_" : field.Id;

    /// <summary>Whether a list takes a parameter.</summary>
    public static bool IsParameter(Register register, string name, Language language) =>
        ((Text[])[WordsKey, SortKey, PageKey, DraftsKey]).Any(key => key.In(language) == name) || register.Fields.Any(field => MayFilter(field) && Parameter(field) == name);

    /// <summary>Whether a list may be filtered by a field at all; those that say <c>filter: true</c> have a control for it.</summary>
    public static bool MayFilter(Field field) => field.Filter || field.Type is FieldType.Code or FieldType.Area or FieldType.Reference or FieldType.Locator or FieldType.YesNo;

    /// <summary>Whether a list may be sorted by a field: codes of other records have no order a reader would know.</summary>
    public static bool MaySort(Field field) => !field.Many && field.Type is not (FieldType.Reference or FieldType.Locator or FieldType.Link);

    /// <summary>Reads what an address asks.</summary>
    /// <param name="register">The register.</param>
    /// <param name="asked">The query of the address. Names that are no field's are passed over.</param>
    /// <param name="language">Language of the address.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="fault">The part that is not understood, or null.</param>
    public static RegisterList Read(Register register, IQueryCollection asked, Language language, Person person, out string? fault)
    {
        fault = null;
        var seesDrafts = Access.May(person, register, null, RecordAct.SeeDraft);
        var filters = new List<(Column, string)>();
        foreach (var field in register.Fields.Where(field => MayFilter(field) && (!field.Restricted || Access.May(person, register, null, RecordAct.SeeRestricted))))
        {
            var values = asked[Parameter(field)];
            foreach (var value in values.Distinct())
            {
                if (value?.Trim() is { Length: > 0 and <= RecordCheck.LongestText } wanted)
                    filters.Add((RegisterIndex.Column(field, language), wanted));
            }
        }

        var words = asked[WordsKey.In(language)].ToString().Trim();
        var sort = asked[SortKey.In(language)].ToString();
        var descending = sort.StartsWith('-');
        var sortField = register.Field(descending ? sort[1..] : sort);
        if (sort.Length > 0 && (sortField is null || !MaySort(sortField) || (sortField.Restricted && !Access.May(person, register, null, RecordAct.SeeRestricted))))
            fault = $"{SortKey.In(language)}={Cut(sort)}";
        var pageText = asked[PageKey.In(language)].ToString();
        var page = 1;
        if (pageText.Length > 0 && (!int.TryParse(pageText, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > 1_000_000))
            fault = $"{PageKey.In(language)}={Cut(pageText)}";
        return new()
        {
            Register = register,
            Words = words.Length > 200 ? words[..200] : words,
            Filters = filters,
            SortBy = fault is null && sortField is not null && sortField != register.Title ? RegisterIndex.Column(sortField, language) : null,
            Descending = descending,
            Page = Math.Max(1, page),
            Drafts = seesDrafts && asked[DraftsKey.In(language)].ToString() is "si" or "yes" or "oui",
        };
    }

    /// <summary>The query for a table.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="all">Whether every page of it.</param>
    public RecordQuery Query(Person person, bool all) => new(
        Words, Filters, SortBy, Descending, Drafts, all ? 0 : (Page - 1) * PerPage, all ? int.MaxValue : PerPage, Access.May(person, Register, null, RecordAct.SeeRestricted));

    /// <summary>The query of an address in a language, with its question mark; empty for the whole list.</summary>
    public string In(Language language)
    {
        var parts = new List<string>();
        void Add(string name, string value) => parts.Add($"{name}={Uri.EscapeDataString(value)}");
        if (Words.Length > 0)
            Add(WordsKey.In(language), Words);
        foreach (var (column, value) in Filters)
            Add(Parameter(column.Field), value);
        if (SortBy is not null || Descending)
            Add(SortKey.In(language), (Descending ? "-" : "") + (SortBy?.Field ?? Register.Title).Id);
        if (Drafts)
            Add(DraftsKey.In(language), language.Of("si", "yes", "oui"));
        if (Page > 1)
            Add(PageKey.In(language), Page.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>Address of the list in a language.</summary>
    public string Address(Language language) => RegisterAddresses.Register(language, Register.Id) + In(language);

    /// <summary>The same list sorted by another field; the other way round where it is sorted by it already.</summary>
    public RegisterList Sorted(Field field, Language language) => this with
    {
        SortBy = field == Register.Title ? null : RegisterIndex.Column(field, language),
        Descending = IsSortedBy(field) && !Descending,
        Page = 1,
    };

    /// <summary>Whether the list is sorted by a field.</summary>
    public bool IsSortedBy(Field field) => (SortBy?.Field ?? Register.Title) == field;

    /// <summary>The value a field is filtered by; empty for none.</summary>
    public string Wanted(Field field) => Filters.FirstOrDefault(filter => filter.Column.Field == field).Value ?? "";

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
