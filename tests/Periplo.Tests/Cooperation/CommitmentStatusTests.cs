using Periplo.Cooperation;
using Xunit;

namespace Periplo.Tests.Cooperation;

public sealed class CommitmentStatusTests
{
    private static readonly DateOnly Day = new(2010, 7, 1);

    /// <summary>Deadline, actions, evidence, assessments; the computed status and the status.</summary>
    public static TheoryData<string?, string, string, string, string, string> Table => new()
    {
        { null, "", "", "", "no-information", "no-information" },
        { "2009", "", "", "", "no-information", "no-information" },
        { "2011", "", "", "", "no-information", "no-information" },
        { null, "planned", "", "", "not-started", "not-started" },
        { "2011", "planned, planned", "", "", "not-started", "not-started" },
        { "2009", "planned", "", "", "delayed", "delayed" },
        { null, "under-way", "", "", "under-way", "under-way" },
        { "2009", "under-way", "", "", "delayed", "delayed" },
        { null, "completed, planned", "", "", "under-way", "under-way" },
        { "2009", "completed, planned", "", "", "delayed", "delayed" },
        { null, "completed", "", "", "completed", "completed" },
        { "2009", "completed, completed", "", "", "completed", "completed" },
        { null, "abandoned", "", "", "abandoned", "abandoned" },
        { "2009", "abandoned, abandoned", "", "", "abandoned", "abandoned" },
        { null, "abandoned, planned", "", "", "not-started", "not-started" },
        { "2009", "abandoned, planned", "", "", "delayed", "delayed" },
        { null, "abandoned, completed", "", "", "under-way", "under-way" },
        { "2009", "abandoned, completed", "", "", "under-way", "under-way" },
        { null, "", "supports:2009", "", "under-way", "under-way" },
        { "2009", "", "supports:2009", "", "delayed", "delayed" },
        { null, "", "against:2009", "", "no-information", "no-information" },
        { null, "", "neutral:2009, against:2009", "", "no-information", "no-information" },
        { null, "", "supports:2011", "", "no-information", "no-information" },
        { null, "planned", "supports:2009", "", "not-started", "not-started" },
        { null, "under-way:2011", "", "", "not-started", "not-started" },
        { null, "completed:2009:2011", "", "", "under-way", "under-way" },
        { null, "completed:2011:2012", "", "", "not-started", "not-started" },
        { "2010-06-30", "under-way", "", "", "delayed", "delayed" },
        { "2010-07-01", "under-way", "", "", "under-way", "under-way" },
        { "2010-07", "under-way", "", "", "under-way", "under-way" },
        { null, "", "", "completed:2010-06", "no-information", "completed" },
        { null, "under-way", "", "no-information:2010", "under-way", "no-information" },
        { null, "under-way", "", "abandoned:2008, completed:2010-06", "under-way", "completed" },
        { null, "under-way", "", "abandoned:2008, completed:2010-08", "under-way", "abandoned" },
        { null, "under-way", "", "completed:2011", "under-way", "under-way" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Status_follows_the_written_table(string? deadline, string actions, string evidence, string assessments, string computed, string status)
    {
        var standing = Standing.Of(Promise.Make("x", deadline, null, actions, evidence, assessments), Day);
        Assert.Equal((computed, status), (standing.Computed.Code(), standing.Status.Code()));
        Assert.NotEmpty(standing.Reason.Es);
        Assert.NotEmpty(standing.Reason.En);
    }

    [Fact]
    public void A_declared_status_is_shown_beside_the_computed_one_with_its_reason()
    {
        var standing = Standing.Of(Promise.Make("x", null, null, "under-way", "", "completed:2009"), Day);
        Assert.True(standing.IsOverridden);
        Assert.Equal(CommitmentStatus.UnderWay, standing.Computed);
        Assert.Equal("why", standing.Declared!.Rationale.En);
    }

    [Fact]
    public void No_information_is_never_counted_as_not_started()
    {
        StatusTally tally = new([.. Enumerable.Range(0, 4).Select(i => Standing.Of(Promise.Make($"x{i}", i < 2 ? "2009" : null), Day))]);
        Assert.Equal((4, 0, 4), (tally.Count, tally.Of(CommitmentStatus.NotStarted), tally.Of(CommitmentStatus.NoInformation)));
        Assert.Equal(0, tally.Known);
    }

    [Fact]
    public void Overdue_names_every_denominator_and_counts_the_unknown_apart()
    {
        Commitment[] all =
        [
            Promise.Make("late", "2009", null, "under-way"), Promise.Make("done", "2008", null, "completed"), Promise.Make("unknown", "2007"),
            Promise.Make("future", "2011", null, "planned"), Promise.Make("open"), Promise.Make("not-yet-made", "2010-01", "2010-08"),
        ];
        var overdue = Overdue.Of(all, Day);
        Assert.Equal((5, 4, 3), (overdue.Commitments, overdue.WithDeadline, overdue.Past.Count));
        Assert.Equal(["late"], overdue.Open.Select(standing => standing.Commitment.Id));
        Assert.Equal(["unknown"], overdue.Unknown.Select(standing => standing.Commitment.Id));
        Assert.Equal(["unknown", "done", "late"], overdue.Past.Standings.Select(standing => standing.Commitment.Id));
    }
}

/// <summary>The worked example of docs/methods/commitment-status.md.</summary>
public sealed class CommitmentStatusWorkedExampleTests
{
    [Fact]
    public void The_example_of_the_page_gives_the_statuses_of_the_page()
    {
        Commitment[] all =
        [
            Promise.Make("A", "2008"),
            Promise.Make("B", "2009-06", null, "completed:2007:2007, planned"),
            Promise.Make("C", null, null, "", "supports:2009"),
            Promise.Make("D", "2010", null, "completed::2009-12, completed::2009"),
            Promise.Make("E", null, null, "under-way", "against:2010-03", "abandoned:2010-05"),
            Promise.Make("F", "2011", null, "planned", "", "completed:2012"),
        ];
        var day = new DateOnly(2010, 7, 1);
        StatusTally tally = new([.. all.Select(one => Standing.Of(one, day))]);
        Assert.Equal(["no-information", "delayed", "under-way", "completed", "abandoned", "not-started"], tally.Standings.Select(standing => standing.Status.Code()));
        Assert.Equal(CommitmentStatus.UnderWay, tally.Standings[4].Computed);
        Assert.Equal(16.7, tally.Share(CommitmentStatus.Completed)!.Value, 1);
        var overdue = Overdue.Of(all, day);
        Assert.Equal((6, 4, 2, 1, 1), (overdue.Commitments, overdue.WithDeadline, overdue.Past.Count, overdue.Open.Count, overdue.Unknown.Count));

        var earlier = new DateOnly(2009, 1, 1);
        Assert.Equal(CommitmentStatus.UnderWay, Standing.Of(all[3], earlier).Status);
        Assert.Equal(["A"], Overdue.Of(all, earlier).Past.Standings.Select(standing => standing.Commitment.Id));
    }
}
