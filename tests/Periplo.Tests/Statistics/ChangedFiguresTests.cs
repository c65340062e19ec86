using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

/// <summary>What Append, Replace, Merge and Delete make of figures held.</summary>
public sealed class ChangedFiguresTests
{
    private static readonly string?[] Key = ["A", "USA", "MEX", "_T", "STOCK", "_T", "_T", "_T", "PS"];

    private static DatasetDefinition Stock => Sample.Definitions.Stock;

    private static Dataset Held => Sample.Stock(
        Sample.Stock("USA", "MEX", 2020, 10, set: new(0, "B", "nota")), Sample.Stock("USA", "MEX", 2021, 11), Sample.Stock("USA", "GTM", 2020, 5), Sample.Stock("CAN", "GTM", 2020, 3, sex: "F"));

    [Fact]
    public void Figure_put_takes_the_place_of_the_one_held_and_its_remarks()
    {
        var figures = Of(Held, Change(FigureAction.Put, 2020, FigureParts.Value, 12));
        Assert.Equal((0, 1, 0, 4), (figures.Added, figures.Changed, figures.Removed, figures.Count));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 12 A 0   7"], Sample.Lines(figures.Brought()!));
        Assert.Equal(3, figures.Left(0)!.Count);
    }

    [Fact]
    public void Figure_merged_keeps_what_the_message_does_not_name()
    {
        var figures = Of(Held, Change(FigureAction.Merge, 2020, FigureParts.Value, 12));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 12 A 0 B nota 7"], Sample.Lines(figures.Brought()!));
        figures = Of(Held, Change(FigureAction.Merge, 2020, FigureParts.Comment, double.NaN, set: new(0, null, "otra")));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 10 A 0 B otra 7"], Sample.Lines(figures.Brought()!));
        figures = Of(Held, Change(FigureAction.Merge, 2020, FigureParts.Status, double.NaN, ObservationStatus.Q));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 NaN Q 0 B nota 7"], Sample.Lines(figures.Brought()!));
    }

    [Fact]
    public void Figure_added_that_is_held_must_say_the_same()
    {
        Assert.Equal((0, 0), Of(Held, Change(FigureAction.Add, 2021, FigureParts.Value, 11)) switch { var one => (one.Added, one.Changed) });
        Assert.Equal(1, Of(Held, Change(FigureAction.Add, 2022, FigureParts.Value, 12)).Added);
        Assert.Equal([(ChangeFault.HeldAlready, 7, "A.USA.MEX._T.STOCK._T._T._T.PS.2021")], Faults(Held, Change(FigureAction.Add, 2021, FigureParts.Value, 12)));
    }

    [Fact]
    public void Removal_takes_what_it_names_and_all_where_it_names_nothing()
    {
        var figures = Of(Held, Change(FigureAction.Remove, 2020, FigureParts.None, double.NaN));
        Assert.Equal((0, 0, 1, 3), (figures.Added, figures.Changed, figures.Removed, figures.Count));
        Assert.Null(figures.Brought());
        figures = Of(Held, Change(FigureAction.Remove, 2020, FigureParts.Comment, double.NaN));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 10 A 0 B  7"], Sample.Lines(figures.Brought()!));
        // A value taken from under its remarks is missing; one without any is gone.
        figures = Of(Held, Change(FigureAction.Remove, 2020, FigureParts.Value, double.NaN), Change(FigureAction.Remove, 2021, FigureParts.Value, double.NaN));
        Assert.Equal(["A.USA.MEX._T.STOCK._T._T._T.PS:2020 NaN O 0 B nota 7"], Sample.Lines(figures.Brought()!));
        Assert.Equal(1, figures.Removed);
    }

    [Fact]
    public void Removal_that_leaves_dimensions_or_the_period_open_fits_all_of_them()
    {
        string?[] fromGuatemala = ["A", null, "GTM", null, "STOCK", null, null, null, null];
        Assert.Equal(2, Of(Held, (fromGuatemala, Sets(FigureAction.Remove, null, FigureParts.None))).Removed);
        Assert.Equal(2, Of(Held, (Key, Sets(FigureAction.Remove, null, FigureParts.None))).Removed);
        Assert.Equal(4, Of(Held, (new string?[9], Sets(FigureAction.Remove, null, FigureParts.None))).Removed);
        // What the message gave before is removed too, and what it gives after is not.
        var figures = Of(Held, Change(FigureAction.Put, 2022, FigureParts.Value, 1), (Key, Sets(FigureAction.Remove, null, FigureParts.None)), Change(FigureAction.Put, 2023, FigureParts.Value, 2));
        Assert.Equal((1, 2), (figures.Added, figures.Removed));
    }

    [Fact]
    public void Change_that_cannot_be_made_is_told_with_row_and_key()
    {
        Assert.Equal([(ChangeFault.NothingToMerge, 7, "A.USA.MEX._T.STOCK._T._T._T.PS.1990")], Faults(Held, Change(FigureAction.Merge, 1990, FigureParts.Comment, double.NaN)));
        Assert.Equal(
            [(ChangeFault.GivenTwice, 7, "A.USA.MEX._T.STOCK._T._T._T.PS.2020")],
            Faults(null, Change(FigureAction.Put, 2020, FigureParts.Value, 1), Change(FigureAction.Put, 2020, FigureParts.Value, 2)));
        Assert.Equal([ChangeFault.GivenTwice], Faults(Held, Change(FigureAction.Put, 2020, FigureParts.Value, 1), Change(FigureAction.Put, 2020, FigureParts.Value, 2)).Select(one => one.Item1));
        Assert.Empty(Faults(Held, Change(FigureAction.Put, 2020, FigureParts.Value, 1), Change(FigureAction.Put, 2020, FigureParts.Value, 2, dataSet: 2)));
    }

    [Fact]
    public void Change_there_and_back_again_is_none()
    {
        var figures = Of(Held, Change(FigureAction.Put, 2021, FigureParts.Value, 1), Change(FigureAction.Put, 2021, FigureParts.Value, 11, dataSet: 2));
        Assert.Equal((0, 0, 0), (figures.Added, figures.Changed, figures.Removed));
        Assert.Null(figures.Brought());
        Assert.Equal(4, figures.Left(0)!.Count);
    }

    [Fact]
    public void Many_changes_are_those_that_a_plain_table_takes() => Property.Holds(TestCounts.Properties, random =>
    {
        var held = random.Next(4) == 0 ? null : Sample.Dataset(Stock, [Sample.Stock("USA", "MEX", 1990, 1), .. Random(random, random.Next(40)).Where(row => row.Time.Year > 1990)]);
        var plain = new Dictionary<string, (double Value, ObservationStatus Status, AttributeSet Set)>();
        for (var i = 0; held is not null && i < held.Observations.Count; i++)
            plain.Add(held.Observations.Key(i), (held.Observations.Values[i], held.Observations.Statuses[i], held.Observations.AttributeSets[held.Observations.Attributes[i]]));
        var before = plain.ToDictionary();
        var changes = new FigureChanges(Stock);
        var number = 0;
        foreach (var row in Random(random, 60))
        {
            number++;
            var action = random.Next(3) == 0 ? FigureAction.Remove : FigureAction.Put;
            string?[] codes = [.. row.Codes];
            TimePeriod? time = row.Time;
            if (action == FigureAction.Remove && random.Next(2) == 0)
                codes[random.Next(1, 7)] = null;
            if (action == FigureAction.Remove && random.Next(3) == 0)
                time = null;
            changes.Add(codes, new(action, time, action == FigureAction.Remove ? FigureParts.None : FigureParts.All, row.Value, row.Status, row.Set, SourceRow.Line(number), number));
            if (action == FigureAction.Put)
                plain[$"{string.Join('.', codes)}:{time}"] = (row.Value, row.Status, row.Set);
            else
                plain.Keys.Where(key => Fits(key, codes, time)).ToList().ForEach(key => plain.Remove(key));
        }

        var figures = ChangedFigures.Of(held, changes, (fault, row, key) => Assert.Fail($"{fault} {row} {key}"));
        var found = new Dictionary<string, (double, ObservationStatus, AttributeSet)>();
        foreach (var piece in new[] { figures.Brought(), held is null ? null : figures.Left(0) }.OfType<Observations>())
        {
            for (var i = 0; i < piece.Count; i++)
                found.Add(piece.Key(i), (piece.Values[i], piece.Statuses[i], piece.AttributeSets[piece.Attributes[i]]));
        }

        Assert.Equal(plain.OrderBy(pair => pair.Key, StringComparer.Ordinal), found.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(plain.Count, figures.Count);
        Assert.Equal(plain.Keys.Except(before.Keys).Count(), figures.Added);
        Assert.Equal(before.Keys.Except(plain.Keys).Count(), figures.Removed);
        Assert.Equal(before.Count(pair => plain.TryGetValue(pair.Key, out var now) && !now.Equals(pair.Value)), figures.Changed);
    });

    private static bool Fits(string key, string?[] codes, TimePeriod? time)
    {
        var parts = key.Split(':');
        return (time is null || parts[1] == time.ToString()) && parts[0].Split('.').Zip(codes).All(pair => pair.Second is null || pair.First == pair.Second);
    }

    private static List<SampleRow> Random(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            var missing = random.Next(6) == 0;
            return new SampleRow(
                ["A", random.Next(2) == 0 ? "USA" : "CAN", random.Next(2) == 0 ? "MEX" : "GTM", "_T", "STOCK", random.Next(2) == 0 ? "F" : "_T", "_T", "_T", "PS"],
                TimePeriod.OfYear(random.Next(1991, 1995)), missing ? double.NaN : random.Next(3), missing ? ObservationStatus.O : random.Next(2) == 0 ? ObservationStatus.A : ObservationStatus.E,
                random.Next(3) == 0 ? new(0, "B", "nota") : AttributeSet.Units, SourceRow.Line(1));
        }).DistinctBy(row => $"{string.Join('.', row.Codes)}:{row.Time}"),
    ];

    private static FigureChange Sets(FigureAction action, int? year, FigureParts parts, double value = double.NaN, ObservationStatus? status = null, AttributeSet? set = null, int dataSet = 1) => new(
        action, year is { } one ? TimePeriod.OfYear(one) : null, parts, value, status ?? (double.IsNaN(value) ? ObservationStatus.O : ObservationStatus.A), set ?? AttributeSet.Units, SourceRow.Line(7), dataSet);

    private static (string?[], FigureChange) Change(FigureAction action, int year, FigureParts parts, double value, ObservationStatus? status = null, AttributeSet? set = null, int dataSet = 1) =>
        (Key, Sets(action, year, parts, value, status, set, dataSet));

    private static ChangedFigures Of(Dataset? held, params (string?[] Codes, FigureChange Change)[] all) =>
        ChangedFigures.Of(held, Changes(all), (fault, row, key) => Assert.Fail($"{fault} {row} {key}"));

    private static List<(ChangeFault, int, string)> Faults(Dataset? held, params (string?[] Codes, FigureChange Change)[] all)
    {
        var faults = new List<(ChangeFault, int, string)>();
        _ = ChangedFigures.Of(held, Changes(all), (fault, row, key) => faults.Add((fault, row.Packed, key)));
        return faults;
    }

    private static FigureChanges Changes((string?[] Codes, FigureChange Change)[] all)
    {
        var changes = new FigureChanges(Stock);
        foreach (var (codes, change) in all)
            changes.Add(codes, change);
        return changes;
    }
}
