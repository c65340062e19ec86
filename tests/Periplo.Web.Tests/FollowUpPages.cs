using Periplo.Languages;
using Periplo.Web.Cooperation;

namespace Periplo.Web.Tests;

/// <summary>The pages of commitments, portfolio and facts.</summary>
internal static class FollowUpPages
{
    /// <summary>A name for each, and how its address is made.</summary>
    public static IReadOnlyList<(string Name, Func<Language, string> Address)> All { get; } =
    [
        ("commitments", FollowUpAddresses.Commitments),
        ("commitments filtered", to => FollowUpAddresses.Commitments(to) + to.Of("?situacion=delayed&fecha=2010-01-01", "?status=delayed&date=2010-01-01", "?situation=delayed&date=2010-01-01")),
        ("commitment", to => FollowUpAddresses.Commitment(to, "acp-facility")),
        ("commitment without information", to => FollowUpAddresses.Commitment(to, "tampere-fair")),
        ("commitment assessed", to => FollowUpAddresses.Commitment(to, "puebla-activities")),
        ("plan report", to => FollowUpAddresses.Plan(to, "ecowas-2008")),
        ("commitments by status", FollowUpAddresses.Statuses),
        ("recommendations", FollowUpAddresses.Recommendations),
        ("portfolio", FollowUpAddresses.Portfolio),
        ("facts", FollowUpAddresses.Facts),
        ("facts searched", to => FollowUpAddresses.Facts(to) + "?q=Q090"),
        ("fact with later figures", to => FollowUpAddresses.Fact(to, "Q001")),
        ("fact derived", to => FollowUpAddresses.Fact(to, "Q033")),
    ];

    /// <summary>Those that a browser visits.</summary>
    public static IReadOnlyList<string> Layouts { get; } = ["commitments", "commitment", "plan report", "recommendations", "portfolio", "facts searched", "fact with later figures"];
}
