using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Sdmx;
using Xunit;

namespace Periplo.Tests.Cooperation;

/// <summary>Who takes part in what and when, on records made for the test and on those that come with Periplo.</summary>
public sealed class MembershipsTests(BundledRecords bundled) : IClassFixture<BundledRecords>
{
    private static TimePeriod Date(string text) => TimePeriod.TryParse(text, out var date) ? date : throw new ArgumentException(text, nameof(text));

    private static Membership Made(string id, string area, string? from, string? to, string role = "member", string confidence = "stated", string stated = "2008-08-11") =>
        new(id, "p", area, null, role, new(from is null ? null : Date(from), to is null ? null : Date(to)), confidence, null, [new("d", "¶1")], Date(stated));

    [Theory]
    [InlineData("2006", "2008", "2005-12-31", false)]
    [InlineData("2006", "2008", "2006-01-01", true)]
    [InlineData("2006", "2008", "2008-12-31", true)]
    [InlineData("2006", "2008", "2009-01-01", false)]
    [InlineData("2006-07", "2008-02", "2006-06-30", false)]
    [InlineData("2006-07", "2008-02", "2008-02-29", true)]
    [InlineData("2006-07", "2008-02", "2008-03-01", false)]
    public void Partial_dates_count_from_their_first_to_their_last_day(string from, string to, string day, bool holds) =>
        Assert.Equal(holds, Made("a", "MEX", from, to).On(DateOnly.Parse(day)));

    [Fact]
    public void An_unknown_begin_is_known_only_from_the_statement_of_the_document()
    {
        var one = Made("a", "MEX", null, null);
        Assert.Null(one.On(new(2008, 8, 10)));
        Assert.True(one.On(new(2008, 8, 11)));
        Assert.False(Made("a", "MEX", null, "2005").On(new(2006, 1, 1)));

        var size = new Memberships([one, Made("b", "GTM", "2000", null)]).Size("p", new(2005, 1, 1));
        Assert.Equal((1, 1), (size.Members, size.Undated));
    }

    [Fact]
    public void Whoever_has_a_role_twice_counts_once_and_roles_are_counted_apart()
    {
        var all = new Memberships([Made("a", "MEX", "2000", null), Made("b", "MEX", "2001", null), Made("c", "MEX", "2000", null, "chair"), Made("d", "GTM", "2000", null, confidence: "unsure")]);
        var size = all.Size("p", new(2005, 1, 1));
        Assert.Equal([new("member", 2, 0, 1), new RoleCount("chair", 1, 0, 0)], size.Roles);
        Assert.Equal([(Date("2000"), 2)], all.Course("p"));
    }

    [Fact]
    public void Trap_7_the_size_of_the_global_migration_group_follows_the_date()
    {
        var memberships = bundled.Index.Memberships;
        Assert.Equal(6, memberships.Size("geneva-migration-group", new(2005, 12, 31)).Members);
        Assert.Equal(0, memberships.Size("geneva-migration-group", new(2007, 1, 1)).Members);
        Assert.Equal(0, memberships.Size("gmg", new(2005, 12, 31)).Members);
        Assert.Equal(10, memberships.Size("gmg", new(2006, 12, 31)).Members);
        // 13 organisations and the regional commissions, which the documents name together.
        Assert.Equal(14, memberships.Size("gmg", new(2008, 7, 1)).Members);
        Assert.Single(memberships.In("gmg"), one => one.Actor?.En.Contains("regional commissions", StringComparison.OrdinalIgnoreCase) == true && one.On(new(2008, 7, 1)) == true);
        Assert.Equal(16, memberships.Size("gmg", new(2012, 12, 31)).Members);
        Assert.Equal([10, 14, 16], memberships.Course("gmg").Select(step => step.Members));
    }

    [Fact]
    public void At_least_fourteen_processes_have_dated_members()
    {
        var dated = bundled.Index.Memberships.All.Where(one => one.Active.From is not null && one.Role == Membership.Member).Select(one => one.Process).Distinct();
        Assert.True(dated.Count() >= 14);
    }

    [Fact]
    public void Trap_6_counts_of_consultative_processes_stand_each_with_definition_and_date()
    {
        var counts = bundled.Index.Of("facts").Where(fact => fact["row"] is "Q045" or "Q046" or "Q048" && fact.Number("value") is not null).ToList();
        Assert.Equal([9m, 13m, 14m], counts.Select(fact => fact.Number("value")!.Value).Distinct().Order());
        Assert.All(counts, fact => Assert.True(fact.Date("date") is not null && fact.Words("measure") is not null && fact.Sources.Count > 0));
        // The fourteen that the report of 2008 names one by one.
        Assert.Equal(14, bundled.Index.Of("processes").Count(process => process["kind"] == "rcp"));
    }

    [Fact]
    public void Trap_10_a_host_that_offered_is_not_one_that_held()
    {
        var forum = bundled.Index.Of("events").Where(one => one["process"] == "gfmd").ToList();
        Assert.Equal("offered", Assert.Single(forum, one => one["area"] == "ARG")["status"]);
        Assert.Contains(forum, one => one["area"] == "MEX" && one["status"] == "held");
        Assert.Contains(forum, one => one["area"] == "BEL" && one["status"] == "held");
        Assert.DoesNotContain(bundled.Index.Memberships.In("gfmd"), one => one is { Area: "ARG", Role: "host" });
    }

    [Fact]
    public void Trap_5_the_consultation_in_Bali_is_the_third()
    {
        var bali = Assert.Single(bundled.Index.Of("events"), one => one["process"] == "colombo" && one.Date("held.from") == Date("2005-09"));
        Assert.StartsWith("Third", bali.Title.En, StringComparison.Ordinal);
        Assert.Equal(["§3.1", "§4.2"], bali.Sources.Select(source => source.Place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_is_a_member_of_a_process_that_has_ended()
    {
        var memberships = bundled.Index.Memberships;
        Assert.Equal(33, memberships.Size("gcim", new(2005, 6, 1)).Members);
        Assert.Equal(0, memberships.Size("gcim", new(2020, 1, 1)).Members);
    }

    [Fact]
    public void Places_in_documents_stand_in_the_order_of_their_numbers()
    {
        string[] places = ["¶45", "¶9", "¶10", "note 2", "note 10", "§3.1", "§3.10", "§3.2"];
        Assert.Equal(["note 2", "note 10", "§3.1", "§3.2", "§3.10", "¶9", "¶10", "¶45"], places.Order(Comparer<string>.Create(Citations.Compare)));
        var cited = bundled.Index.Citations.Of("A-63-265");
        Assert.NotEmpty(cited);
        Assert.All(cited.Zip(cited.Skip(1)), pair => Assert.True(Citations.Compare(pair.First.Place, pair.Second.Place) <= 0));
    }

    [Fact]
    public void An_entry_of_the_log_that_changes_no_record_leaves_the_index_as_it_is() =>
        Assert.Equal(bundled.Index.Stamp, CooperationIndex.StampOf(bundled.Tables));

    [Theory]
    [InlineData("2008", "2008", "2008", "2008")]
    [InlineData("2008-07", "julio de 2008", "July 2008", "juillet 2008")]
    [InlineData("2008-07-15", "15 de julio de 2008", "15 July 2008", "15 juillet 2008")]
    public void Dates_are_as_exact_in_words_as_they_are_known(string date, string spanish, string english, string french) => Assert.Equal(new Text(spanish, english, french), DateWords.In(Date(date)));
}
