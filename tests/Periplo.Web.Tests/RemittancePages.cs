using Periplo.Languages;
using Periplo.Web.Remittances;

namespace Periplo.Web.Tests;

/// <summary>The pages of remittances, one of every kind.</summary>
internal static class RemittancePages
{
    /// <summary>A name for each, and how its address is made.</summary>
    public static IReadOnlyList<(string Name, Func<Language, string> Address)> All { get; } =
    [
        ("remittances", RemittanceAddresses.Remittances),
        ("remittances of a country", to => RemittanceAddresses.Country(to, "GTM")),
        ("remittances of nobody", to => RemittanceAddresses.Country(to, "PCN")),
        ("remittances of a year", to => RemittanceAddresses.Remittances(to) + $"?{RemittanceAddresses.YearWord.In(to)}=2010"),
        ("remittances received", to => RemittanceAddresses.View(to, RemittanceView.Received)),
        ("remittance senders", to => RemittanceAddresses.View(to, RemittanceView.Senders) + $"?{RemittanceAddresses.CountryWord.In(to)}=GTM"),
        ("remittance corridor", to => RemittanceAddresses.Corridor(to, "USA", "GTM")),
        ("remittance corridor without figures", to => RemittanceAddresses.Corridor(to, "NRU", "PCN")),
        ("remittance prices", RemittanceAddresses.Prices),
        ("round of prices", to => RemittanceAddresses.View(to, RemittanceView.Round) + $"?{RemittanceAddresses.RoundWord.In(to)}=2014-Q2"),
        ("calculators", RemittanceAddresses.Calculators),
        ("calculators answered", to => RemittanceAddresses.Calculators(to) + "?amount=200&fee=8&margin=1.5&common-fee=30&common-margin=0.5&handing-out=2&workers=10"),
        ("recruitment answered", to => RemittanceAddresses.Calculators(to) + "?cost-1=1500&earnings-1=500&cost-2=800&earnings-2=400&cost-3=0&earnings-3=450"),
    ];

    /// <summary>Those that a browser visits.</summary>
    public static IReadOnlyList<string> Layouts { get; } =
        ["remittances", "remittances of a country", "remittances received", "remittance corridor", "remittance prices", "round of prices", "calculators answered", "recruitment answered"];
}
