namespace Periplo.Movements;

/// <summary>
/// Estimates of one country and direction at every vintage, by citizenship and in total, before calibration. A vintage uses
/// the outcomes of months that were complete by then and nothing later.
/// </summary>
internal sealed class DirectionEstimates
{
    private readonly OutcomeTable table;
    private readonly OutcomeProbabilities model;
    private readonly OutcomeProbabilities.Sensitivity one = new();
    private readonly OutcomeProbabilities.Sensitivity all = new();
    private readonly int width;

    internal DirectionEstimates(OutcomeTable table, long[] decided, int country, int direction, ProvisionalRule rule)
    {
        (this.table, Decided, width) = (table, decided, table.Citizenships.Length + 1);
        Undecided = new long[decided.Length];
        Value = new double[decided.Length];
        Variance = new double[decided.Length];
        Slope = new double[decided.Length];
        Estimated = new bool[table.Months * table.Ages];

        var cells = table.Of(country, direction);
        model = OutcomeProbabilities.For(cells, out var leaves);
        int Offset(int group) => table.Offset(country, direction, group);

        for (var vintage = 0; vintage < table.Months; vintage++)
        {
            var complete = vintage - rule.FinalAge;
            Learn(complete, +1, cells, leaves, Offset);
            Learn(complete - rule.TrainingCohorts, -1, cells, leaves, Offset);
            var known = Math.Min(rule.TrainingCohorts, complete + 1) >= Math.Max(1, rule.MinimumCohorts);
            if (known)
                model.Fit();
            for (var age = 0; age < rule.FinalAge && age <= vintage; age++)
            {
                var group = table.Group(vintage - age, age);
                var (from, to) = (Offset(group), Offset(group + 1));
                Estimate(group, known && model.Crossings > 0, cells[from..to], leaves.AsSpan(from..to));
            }

            if (complete >= 0)
                Finish(table.Group(complete, rule.FinalAge));
        }
    }

    /// <summary>Long-term migrations decided, by group and column; the last column is the total.</summary>
    internal long[] Decided { get; }

    /// <summary>Crossings undecided.</summary>
    internal long[] Undecided { get; }

    /// <summary>Decided plus the probabilities of the undecided.</summary>
    internal double[] Value { get; }

    /// <summary>Variance by chance and by the uncertainty of the probabilities.</summary>
    internal double[] Variance { get; }

    /// <summary>Sum of p (1 - p): change of the value when the log-odds of all undecided crossings move by one.</summary>
    internal double[] Slope { get; }

    /// <summary>The group has estimates.</summary>
    internal bool[] Estimated { get; }

    private void Learn(int month, int sign, ReadOnlySpan<UndecidedCell> cells, int[] leaves, Func<int, int> offset)
    {
        if (month < 0)
            return;
        var to = offset(table.Group(month, table.Ages - 1));
        for (var i = offset(table.Group(month, 0)); i < to; i++)
        {
            if (cells[i].FinalKnown)
                model.Add(leaves[i], sign * cells[i].Count, sign * cells[i].BecameMigrant);
        }
    }

    private void Estimate(int group, bool known, ReadOnlySpan<UndecidedCell> cells, ReadOnlySpan<int> leaves)
    {
        var row = group * width;
        var total = row + width - 1;
        for (var column = row; column <= total; column++)
            Value[column] = Decided[column];
        for (var i = 0; i < cells.Length;)
        {
            var citizenship = cells[i].Features.Citizenship;
            var column = row + table.Column(citizenship);
            for (; i < cells.Length && cells[i].Features.Citizenship == citizenship; i++)
            {
                Undecided[column] += cells[i].Count;
                if (!known || cells[i].Count == 0)
                    continue;
                var probability = model.Probability(leaves[i]);
                Value[column] += cells[i].Count * probability;
                Slope[column] += cells[i].Count * probability * (1 - probability);
                one.Include(model, leaves[i], cells[i].Count);
            }

            Undecided[total] += Undecided[column];
            Value[total] += Value[column] - Decided[column];
            Slope[total] += Slope[column];
            Variance[column] = Slope[column] + one.TakeVariance(model, all);
        }

        Variance[total] = Slope[total] + all.TakeVariance(model);
        Estimated[group] = known || Undecided[total] == 0;
    }

    private void Finish(int group)
    {
        for (var column = group * width; column < (group + 1) * width; column++)
            Value[column] = Decided[column];
        Estimated[group] = true;
    }
}
