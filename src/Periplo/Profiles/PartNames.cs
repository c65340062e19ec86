using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Profiles;

/// <summary>What the parts of a broken down indicator are called.</summary>
public static class PartNames
{
    /// <summary>Sex and age of a key; null for the whole.</summary>
    public static Text? Of(IndicatorKey key)
    {
        var (sex, age) = (key.Sex == IndicatorKey.All ? null : Named(CodeLists.Sex, key.Sex), key.Age == IndicatorKey.All ? null : Named(CodeLists.Age, key.Age));
        return sex is null ? age : age is null ? sex : new($"{sex.Es}, {age.Es}", $"{sex.En}, {age.En}", $"{sex.Fr}, {age.Fr}");
    }

    private static Text Named(CodeList codes, string id) => codes.Find(id)?.Name is { } name ? new(name.In("es"), name.In("en"), name.In("fr")) : Text.Same(id);
}
