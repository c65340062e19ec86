using System.Runtime.InteropServices;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>What each action makes of a figure.</summary>
public sealed partial class ChangedFigures
{
    private void Give(FigureChange change, ref Slot slot)
    {
        var (value, status, set) = (change.Value, change.Status, change.Attributes);
        if (change.Action == FigureAction.Merge)
        {
            if (!slot.IsHere && !change.Parts.HasFlag(FigureParts.Value))
            {
                fault(ChangeFault.NothingToMerge, change.Row, Key(slot));
                return;
            }

            (value, status, set) = Merged(change, slot);
            if (!double.IsNaN(value) && status.IsMissing())
            {
                fault(ChangeFault.ValueOfMissing, change.Row, Key(slot));
                return;
            }
        }

        var same = slot.IsHere && slot.Value.Equals(value) && slot.Status == status && slot.Set == set;
        if (!same && slot.IsHere && change.Action != FigureAction.Merge)
        {
            if (slot.DataSet == change.DataSet)
            {
                fault(ChangeFault.GivenTwice, change.Row, Key(slot));
                return;
            }

            if (change.Action == FigureAction.Add)
            {
                fault(ChangeFault.HeldAlready, change.Row, Key(slot));
                return;
            }
        }

        slot.DataSet = change.DataSet;
        if (same)
            return;
        (slot.IsHere, slot.Value, slot.Status, slot.Set, slot.Row, slot.Origin) = (true, value, status, set, change.Row, -1);
    }

    private static (double Value, ObservationStatus Status, AttributeSet Set) Merged(FigureChange change, Slot slot)
    {
        var (parts, given) = (change.Parts, change.Attributes);
        var value = parts.HasFlag(FigureParts.Value) || !slot.IsHere ? change.Value : slot.Value;
        var status = parts.HasFlag(FigureParts.Status) || !slot.IsHere ? change.Status : slot.Status;
        var set = new AttributeSet(
            parts.HasFlag(FigureParts.Multiplier) || !slot.IsHere ? given.UnitMultiplier : slot.Set.UnitMultiplier,
            parts.HasFlag(FigureParts.DataType) || !slot.IsHere ? given.DataType : slot.Set.DataType,
            parts.HasFlag(FigureParts.Comment) || !slot.IsHere ? given.Comment : slot.Set.Comment);
        // A status alone can say that a value is missing after all; a value alone ends that.
        if (parts.HasFlag(FigureParts.Status) && status.IsMissing() && !parts.HasFlag(FigureParts.Value))
            value = double.NaN;
        if (double.IsNaN(value) && !status.IsMissing())
            status = ObservationStatus.O;
        if (!double.IsNaN(value) && status.IsMissing() && !parts.HasFlag(FigureParts.Status))
            status = ObservationStatus.A;
        return (value, status, set);
    }

    private void Remove(FigureChange change, string?[] codes, int of)
    {
        if (of >= 0)
        {
            RemoveOf(of, change);
            return;
        }

        if (gaveUp)
            return;
        for (var s = 0; s < series.Count; s++)
        {
            if (++steps > MostSteps)
            {
                gaveUp = true;
                fault(ChangeFault.TooManyRemovals, change.Row, string.Join('.', codes));
                return;
            }

            if (Fits(codes, series[s]))
                RemoveOf(s, change);
        }
    }

    private void RemoveOf(int of, FigureChange change)
    {
        if (change.Time is { } time)
        {
            if (places.TryGetValue((of, time), out var place))
                Take(change, ref CollectionsMarshal.AsSpan(slots)[place]);
            return;
        }

        foreach (var place in bySeries[of])
        {
            steps++;
            Take(change, ref CollectionsMarshal.AsSpan(slots)[place]);
        }
    }

    /// <summary>
    /// Takes parts away: those named, and everything where none is named (SDMX-CSV 2.0, field guide, action D). What is left of a
    /// figure without its value is that it is missing, with its remarks; without any it is nothing.
    /// </summary>
    private static void Take(FigureChange change, ref Slot slot)
    {
        if (!slot.IsHere)
            return;
        slot.DataSet = 0;
        if (change.Parts == FigureParts.None)
        {
            slot.IsHere = false;
            return;
        }

        var set = new AttributeSet(
            change.Parts.HasFlag(FigureParts.Multiplier) ? 0 : slot.Set.UnitMultiplier,
            change.Parts.HasFlag(FigureParts.DataType) ? null : slot.Set.DataType,
            change.Parts.HasFlag(FigureParts.Comment) ? null : slot.Set.Comment);
        var value = change.Parts.HasFlag(FigureParts.Value) ? double.NaN : slot.Value;
        var status = change.Parts.HasFlag(FigureParts.Status) ? ObservationStatus.A : slot.Status;
        if (double.IsNaN(value) && !status.IsMissing())
        {
            if (set == AttributeSet.Units)
            {
                slot.IsHere = false;
                return;
            }

            status = ObservationStatus.O;
        }

        if (value.Equals(slot.Value) && status == slot.Status && set == slot.Set)
            return;
        (slot.Value, slot.Status, slot.Set, slot.Row, slot.Origin) = (value, status, set, change.Row, -1);
    }

    private static bool Fits(string?[] codes, string[] of)
    {
        for (var d = 0; d < codes.Length; d++)
        {
            if (codes[d] is { } code && code != of[d])
                return false;
        }

        return true;
    }
}
