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

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Person, Time, Country, Post, Direction, Citizenship, Birthplace, Sex, Birth, Document, Purpose, Mode, Resident];

    /// <summary>Those without which nothing can be said.</summary>
    public static readonly IReadOnlyList<string> Needed = [Person, Time, Country, Direction];
}
