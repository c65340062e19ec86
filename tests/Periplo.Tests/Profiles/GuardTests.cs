using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Profiles;

/// <summary>Every guard of generated sentences: what it lets pass and what it refuses.</summary>
public sealed class GuardTests
{
    private static readonly DateOnly Cutoff = new(2026, 6, 30);

    private static readonly IndicatorDefinition Indicator = new(
        "M1.01", new("M1", Text.Same("M1")), Text.Same("stock"), Text.Same("stock"), Text.Same("none"), Text.Same("UN DESA"),
        [new("_T", Text.Same("stock"), "PS", null, null)], [], IndicatorRhythm.Edition, Text.Same("all"), [], []);

    /// <summary>A guard, terms it lets pass, and terms that differ in one thing and are refused.</summary>
    public static TheoryData<string> Ids => [.. Cases.Keys];

    private static Dictionary<string, (SentenceTerms Passes, SentenceTerms Refused)> Cases { get; } = new()
    {
        ["has-value"] = (Level(Value(2024, 84)), Level((IndicatorValue?)null)),
        ["recent"] = (Level(Value(2021, 84)), Level(Value(2020, 84))),
        ["same-time"] = (Level(Value(2024, 84), Value(2019, 3)), Level(Value(2024, 84), Value(2018, 3))),
        ["not-imputed"] = (Level(Value(2024, 84, ObservationStatus.E)), Level(Value(2024, 84, ObservationStatus.I))),
        ["comparable"] = (Course(Value(1990, 60), Value(2024, 84)), Course(Value(1990, 0), Value(2024, 84))),
        ["same-revision"] = (Course(Value(1990, 60), Value(2024, 84)), Course(Value(1990, 60, revision: "UNDESA.2020"), Value(2024, 84))),
        ["same-definition"] = (Course(Value(1990, 60), Value(2024, 84)), Course(Value(1990, 60, definition: "extranjeros"), Value(2024, 84))),
        ["no-break"] = (Course(Value(1990, 60, ObservationStatus.B), Value(2024, 84)), Course(Value(1990, 60), Value(2010, 70, ObservationStatus.B), Value(2024, 84))),
        ["beyond-noise"] = (Course(Value(1990, 100), Value(2024, 106)), Course(Value(1990, 100), Value(2024, 105))),
    };

    [Fact]
    public void Guards_are_all_tested_here() =>
        Assert.Equal(Guard.All.Select(guard => guard.Id).Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Guard_lets_sound_terms_pass_and_refuses_others(string id)
    {
        var guard = Guard.All.First(one => one.Id == id);
        var (passes, refused) = Cases[id];
        Assert.True(guard.Holds(passes));
        Assert.False(guard.Holds(refused));
    }

    [Theory]
    [InlineData(0.11, true)]
    [InlineData(-0.11, true)]
    [InlineData(0.1, false)]
    [InlineData(0.0, false)]
    public void Sign_within_noise_is_refused(double rate, bool told) =>
        Assert.Equal(told, Guard.BeyondNoise.Holds(Level(Value(2024, rate)) with { Sign = rate, SignNoise = 0.1 }));

    [Fact]
    public void Words_without_a_number_are_a_value_and_a_missing_number_is_none()
    {
        Assert.True(Guard.HasValue.Holds(Level(Value(2024, double.NaN) with { Words = Text.Same("party") })));
        Assert.False(Guard.HasValue.Holds(Level(Value(2024, double.NaN))));
        Assert.False(Guard.HasValue.Holds(Level()));
        Assert.True(Guard.HasValue.Holds(Level(Value(2024, 0))));
    }

    [Fact]
    public void Guards_name_what_they_ask_for_in_three_languages() => Assert.All(Guard.All, guard =>
    {
        Assert.Equal(3, new[] { guard.Name.Es, guard.Name.En, guard.Name.Fr }.Distinct().Count());
        Assert.Equal(3, new[] { guard.Refusal.Es, guard.Refusal.En, guard.Refusal.Fr }.Distinct().Count());
    });

    private static SentenceTerms Level(params IndicatorValue?[] values) => new(Cutoff, values);

    private static SentenceTerms Course(params IndicatorValue[] values) => new(Cutoff, [values[^1]]) { Course = values };

    private static IndicatorValue Value(int year, double value, ObservationStatus status = ObservationStatus.A, string revision = "UNDESA.2024", string definition = "nacidos fuera") => new(
        Indicator, "GTM", TimePeriod.OfYear(year), IndicatorKey.Whole, value, null, "PS", status, null, Text.Same(definition),
        [new("STOCK", revision, "A.GTM", TimePeriod.OfYear(year), Text.Same("UN DESA"))]);
}
