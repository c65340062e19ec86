using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Indicators;
using Periplo.Web.Profiles;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>The pages of indicators and profiles, one of every kind.</summary>
internal static class IndicatorPages
{
    /// <summary>A name for each, and how its address is made.</summary>
    public static IReadOnlyList<(string Name, Func<Language, string> Address)> All { get; } =
    [
        ("indicators", IndicatorAddresses.All),
        ("indicator", to => IndicatorAddresses.Indicator(to, "M1.01")),
        ("indicator of a year", to => IndicatorAddresses.Indicator(to, "M1.02") + $"?{IndicatorAddresses.YearWord(to)}=2020"),
        ("indicator of regions", to => IndicatorAddresses.Indicator(to, "M1.01") + $"?{IndicatorAddresses.LevelWord(to)}={IndicatorAddresses.RegionsWord(to)}"),
        ("indicator map", to => IndicatorAddresses.Indicator(to, "M2.02", IndicatorView.Map)),
        ("indicator chart", to => IndicatorAddresses.Indicator(to, "M1.01", IndicatorView.Chart) + $"?{IndicatorAddresses.AreasWord(to)}=GTM,HND,SLV"),
        ("indicator of counterparts", to => IndicatorAddresses.Indicator(to, "M1.06", IndicatorView.Chart) + $"?{IndicatorAddresses.AreasWord(to)}=MEX"),
        ("indicator revisions", to => IndicatorAddresses.Indicator(to, "M1.01", IndicatorView.Revisions) + $"?{IndicatorAddresses.AreasWord(to)}=GTM"),
        ("indicator that is a gap", to => IndicatorAddresses.Indicator(to, "L1.05")),
        ("value of an indicator", to => IndicatorAddresses.Value(to, "M1.02", "GTM", TimePeriod.OfYear(2020))),
        ("profiles", ProfileAddresses.All),
        ("region", to => Addresses.Country(to, "013")),
        ("data sheet", to => ProfileAddresses.Sheet(to, "GTM")),
        ("wall chart", to => ProfileAddresses.Wall(to, "GTM")),
    ];

    /// <summary>Those that a browser visits.</summary>
    public static TheoryData<string> Layouts =>
        ["indicators", "indicator", "indicator map", "indicator chart", "indicator revisions", "indicator that is a gap", "value of an indicator", "profiles", "region", "data sheet", "wall chart"];
}
