namespace Periplo.Sources.Crossings;

/// <summary>Names of the columns of a crossing, in the order of the specimen file.</summary>
internal static class CrossingColumns
{
    public const string Person = "person";
    public const string Time = "ts";
    public const string Country = "country";
    public const string Post = "post";
    public const string Direction = "dir";
    public const string Citizenship = "nat";
    public const string Birthplace = "cob";
    public const string Sex = "sex";
    public const string Birth = "birth";
    public const string Document = "doc";
    public const string Purpose = "purpose";
    public const string Mode = "mode";
    public const string Resident = "res";

    /// <summary>Day of the crossing, where the time stands in a column of its own or nowhere. In mappings only.</summary>
    public const string Date = "date";

    /// <summary>Time of day of the crossing. In mappings only.</summary>
    public const string Hour = "hour";

    /// <summary>A column that is left out on purpose. In mappings only.</summary>
    public const string Ignored = "ignored";

    /// <summary>Columns of the layout that needs no mapping.</summary>
    public static readonly IReadOnlyList<string> All =
        [Person, Time, Country, Post, Direction, Citizenship, Birthplace, Sex, Birth, Document, Purpose, Mode, Resident];

    /// <summary>Those without which nothing can be said.</summary>
    public static readonly IReadOnlyList<string> Needed = [Person, Time, Country, Direction];

    /// <summary>Those with codes, which a mapping may translate or fix for the whole file.</summary>
    public static readonly IReadOnlyList<string> Coded = [Country, Post, Direction, Citizenship, Birthplace, Sex, Purpose, Mode, Resident];

    /// <summary>Columns whose cells are never shown: they tell who the person is.</summary>
    public static bool IsPersonal(string? column) => column is Person or Document;

    /// <summary>
    /// The number that a code of the installation stands for; <see cref="CellCodes.None"/> when there is none. An empty
    /// cell is unknown, 0, where the column may be unknown.
    /// </summary>
    public static int Number(string column, string code, AreaNumbers areas) => column switch
    {
        Country => code.Length > 0 ? areas.FindPosition(code) : CellCodes.None,
        Citizenship or Birthplace => code.Length == 0 ? 0 : areas.Find(code) is var number && number != AreaNumbers.None ? number : CellCodes.None,
        Direction => code switch { "E" => 1, "X" => 0, _ => CellCodes.None },
        Sex => code switch { "" or "U" => 0, "M" => 1, "F" => 2, _ => CellCodes.None },
        Mode => Whole(code, 3),
        Resident => Whole(code, 1),
        Purpose => Whole(code, byte.MaxValue),
        _ => Whole(code, ushort.MaxValue),
    };

    private static int Whole(string code, int most)
    {
        if (code.Length is 0 or > 9)
            return code.Length == 0 ? 0 : CellCodes.None;
        var number = 0;
        foreach (var digit in code)
        {
            if (!char.IsAsciiDigit(digit))
                return CellCodes.None;
            number = (number * 10) + (digit - '0');
        }

        return number <= most ? number : CellCodes.None;
    }
}
