using System.Runtime.InteropServices;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>
/// Figures of a revision after changes: the state that Append, Replace, Merge and Delete of a message lead to. What is held is
/// never changed itself; whoever keeps the outcome decides whether it is a part more of the revision or another one.
/// </summary>
public sealed partial class ChangedFigures
{
    // A removal that leaves dimensions open is held against every series.
    private const long MostSteps = 4_000_000_000;

    private readonly DatasetDefinition definition;
    private readonly Action<ChangeFault, SourceRow, string> fault;
    private readonly List<string[]> series = [];
    private readonly Dictionary<string, int> seriesByKey = [];
    private readonly Dictionary<(int Series, TimePeriod Time), int> places = [];
    private readonly List<List<int>> bySeries = [];
    private readonly List<Slot> slots = [];
    private Observations? direct;
    private long steps;
    private bool gaveUp;

    private ChangedFigures(DatasetDefinition definition, Action<ChangeFault, SourceRow, string> fault) => (this.definition, this.fault) = (definition, fault);

    /// <summary>Figures that were not held.</summary>
    public int Added { get; private set; }

    /// <summary>Figures held that are now others.</summary>
    public int Changed { get; private set; }

    /// <summary>Figures held that are gone.</summary>
    public int Removed { get; private set; }

    /// <summary>Figures there are.</summary>
    public int Count { get; private set; }

    /// <summary>Makes changes.</summary>
    /// <param name="held">What is held; null when nothing is.</param>
    /// <param name="changes">The changes, made in order.</param>
    /// <param name="fault">Told every change that cannot be made: why, its row and its key.</param>
    public static ChangedFigures Of(Dataset? held, FigureChanges changes, Action<ChangeFault, SourceRow, string> fault)
    {
        var figures = new ChangedFigures(changes.Definition, fault);
        if (held is null && changes.AreWhole && changes.DataSets <= 1)
        {
            // The first message of a source, mostly: nothing to look up, and half the memory.
            figures.direct = figures.Whole(changes);
            figures.Added = figures.Count = figures.direct?.Count ?? 0;
            return figures;
        }

        if (held is not null)
            figures.Hold(held);
        figures.Make(changes);
        figures.Tell();
        return figures;
    }

    /// <summary>The figures that came with a part of what was held and are still as they were; null when none is left.</summary>
    /// <param name="part">Position of the part.</param>
    public Observations? Left(int part) => Build(slot => slot.Origin == part);

    /// <summary>The figures that the changes brought, new or others than held; null when there is none.</summary>
    /// <param name="beside">Position of a part held whose figures that are left are given with them; -1 for none.</param>
    public Observations? Brought(int beside = -1) => direct ?? Build(slot => slot.Origin < 0 || slot.Origin == beside);

    private Observations? Whole(FigureChanges changes)
    {
        var builder = new ObservationsBuilder(definition);
        var last = -1;
        for (var c = 0; c < changes.Count; c++)
        {
            if (changes.Series(c) != last)
            {
                last = changes.Series(c);
                for (var d = 0; d < changes.AllSeries[last].Length; d++)
                    builder.Set(d, changes.AllSeries[last][d]!);
            }

            var change = changes[c];
            builder.Add(change.Time!.Value, change.Value, change.Status, change.Attributes, change.Row);
        }

        return builder.Count == 0 ? null : builder.Build((key, first, second) => fault(ChangeFault.GivenTwice, first.Packed > second.Packed ? first : second, key.Replace(':', '.')));
    }

    private void Hold(Dataset held)
    {
        var o = held.Observations;
        var codes = new string[o.Codes.Count];
        var last = -1;
        for (var i = 0; i < o.Count; i++)
        {
            if (i == 0 || !SameSeries(o, i))
            {
                for (var d = 0; d < codes.Length; d++)
                    codes[d] = o.Code(d, i);
                last = Series(codes);
            }

            var slot = new Slot
            {
                Time = o.Times[i], Value = o.Values[i], Status = o.Statuses[i], Set = o.AttributeSets[o.Attributes[i]], Row = o.Rows[i],
                Origin = o.Parts.Length == 0 ? 0 : o.Parts[i], WasHeld = true, IsHere = true, Series = last,
            };
            slot.Before = (slot.Value, slot.Status, slot.Set, slot.Row, slot.Origin);
            Place(last, slot);
        }
    }

    private static bool SameSeries(Observations o, int i)
    {
        foreach (var column in o.Positions)
        {
            if (column.Length > 0 && column[i] != column[i - 1])
                return false;
        }

        return true;
    }

    private int Series(ReadOnlySpan<string> codes)
    {
        var key = string.Join('\n', codes!);
        if (!seriesByKey.TryGetValue(key, out var position))
        {
            position = series.Count;
            seriesByKey.Add(key, position);
            series.Add(codes.ToArray());
            bySeries.Add([]);
        }

        return position;
    }

    private int Place(int of, Slot slot)
    {
        places.Add((of, slot.Time), slots.Count);
        bySeries[of].Add(slots.Count);
        slots.Add(slot);
        return slots.Count - 1;
    }

    private void Make(FigureChanges changes)
    {
        // Position here of the codes of a change; -1 while not looked for, -2 where dimensions are open.
        var ours = new int[changes.AllSeries.Count];
        Array.Fill(ours, -1);
        for (var c = 0; c < changes.Count; c++)
        {
            var change = changes[c];
            var given = changes.Series(c);
            if (ours[given] == -1)
                ours[given] = Array.IndexOf(changes.AllSeries[given], null) >= 0 ? -2 : Series(changes.AllSeries[given]!);
            if (change.Action == FigureAction.Remove)
            {
                Remove(change, changes.AllSeries[given], ours[given]);
                continue;
            }

            var place = places.GetValueOrDefault((ours[given], change.Time!.Value), -1);
            if (place < 0)
                place = Place(ours[given], new() { Time = change.Time.Value, Series = ours[given], Set = AttributeSet.Units });
            Give(change, ref CollectionsMarshal.AsSpan(slots)[place]);
        }
    }

    private void Tell()
    {
        foreach (ref var slot in CollectionsMarshal.AsSpan(slots))
        {
            if (slot.IsHere)
                Count++;
            if (!slot.WasHeld)
            {
                Added += slot.IsHere ? 1 : 0;
                continue;
            }

            if (!slot.IsHere)
            {
                Removed++;
                continue;
            }

            // Changed there and back again is as it was.
            var (value, status, set, row, origin) = slot.Before;
            if (slot.Value.Equals(value) && slot.Status == status && slot.Set == set)
                (slot.Row, slot.Origin) = (row, origin);
            else
                Changed++;
        }
    }

    private Observations? Build(Func<Slot, bool> wanted)
    {
        var builder = new ObservationsBuilder(definition);
        var last = -1;
        foreach (var slot in slots)
        {
            if (!slot.IsHere || !wanted(slot))
                continue;
            if (slot.Series != last)
            {
                for (var d = 0; d < series[slot.Series].Length; d++)
                    builder.Set(d, series[slot.Series][d]);
                last = slot.Series;
            }

            builder.Add(slot.Time, slot.Value, slot.Status, slot.Set, slot.Row);
        }

        return builder.Count == 0 ? null : builder.Build((key, _, _) => throw new InvalidOperationException($"{key} stands twice."));
    }

    private string Key(Slot slot) => $"{string.Join('.', series[slot.Series])}.{slot.Time}";

    /// <summary>A key and what is under it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public int Series;
        public TimePeriod Time;
        public double Value;
        public ObservationStatus Status;
        public AttributeSet Set;
        public SourceRow Row;

        /// <summary>Position of the part held it came with; -1 for the changes.</summary>
        public int Origin;

        /// <summary>The data set of the message that gave it last.</summary>
        public int DataSet;
        public bool IsHere;
        public bool WasHeld;
        public (double Value, ObservationStatus Status, AttributeSet Set, SourceRow Row, int Origin) Before;
    }
}
