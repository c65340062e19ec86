namespace Periplo.Sources.UnDesa;

/// <summary>The codes most stock figures share.</summary>
internal static class StockKey
{
    /// <summary>Persons of all ages and levels of education, by the best definition each destination has.</summary>
    public static readonly (string Dimension, string Code)[] Persons =
    [
        ("FREQ", "A"), ("COUNTERPART_AREA", "_T"), ("ORIGIN_BASIS", "_T"), ("MEASURE", "STOCK"), ("SEX", "_T"), ("AGE", "_T"), ("EDUCATION_LEV", "_T"), ("UNIT_MEASURE", "PS"),
    ];
}
