using System.Globalization;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Starter;

/// <summary>What of a publisher's table is bundled.</summary>
/// <param name="FromYear">First year to keep.</param>
/// <param name="SummedOver">Dimensions that are summed, so that only their total is bundled.</param>
/// <param name="Annual">Whether months become the sums of whole years.</param>
public sealed record StarterScope(int FromYear = 0, IReadOnlyList<string>? SummedOver = null, bool Annual = false);

/// <summary>Makes a table coarser by adding counts, and says so among its notes. Nothing is filled in: what cannot be added is refused.</summary>
public static class StarterSum
{
    /// <summary>Sums a table over dimensions, and months into years.</summary>
    /// <param name="table">Figures and papers.</param>
    /// <param name="scope">What to sum; years are left to the compiler.</param>
    /// <returns>The table itself where nothing is summed.</returns>
    /// <exception cref="InvalidOperationException">A measure is a rate, an addend is missing or remarked on, or a total stands among its parts.</exception>
    public static SourceTable Of(SourceTable table, StarterScope scope)
    {
        var over = scope.SummedOver ?? [];
        if (over.Count == 0 && !scope.Annual)
            return table;
        var (observations, definition) = (table.Observations, table.Definition);
        int[] summed = [.. over.Select(definition.Dimension)];
        var (measure, frequency) = (definition.Dimension(definition.MeasureDimension), definition.Dimension("FREQ"));
        foreach (var d in summed.Where(d => HasTotalAmongParts(observations, d)))
            throw new InvalidOperationException($"{definition.Structure.Dimensions[d].Id} has a total among its parts.");
        var years = scope.Annual ? WholeYears(observations) : (First: 0, Last: int.MaxValue);
        var sums = new Dictionary<string, Sum>();
        for (var i = 0; i < observations.Count; i++)
        {
            var time = scope.Annual ? TimePeriod.OfYear(observations.Times[i].Year) : observations.Times[i];
            if (time.Year < years.First || time.Year > years.Last)
                continue;
            if (observations.Statuses[i].IsMissing())
                throw new InvalidOperationException($"{observations.Key(i)} is missing, and would be summed.");
            if (!definition.AdditiveMeasures.Contains(observations.Code(measure, i)))
                throw new InvalidOperationException($"{observations.Code(measure, i)} is no count.");
            string[] codes = [.. Enumerable.Range(0, observations.Codes.Count).Select(d => summed.Contains(d) ? "_T" : scope.Annual && d == frequency ? "A" : observations.Code(d, i))];
            var set = observations.AttributeSets[observations.Attributes[i]];
            if (set.DataType is not null || set.Comment is not null)
                throw new InvalidOperationException($"{observations.Key(i)} has a type or remark, which a sum would lose.");
            var key = string.Join('.', [.. codes, time.ToString(), set.UnitMultiplier.ToString(CultureInfo.InvariantCulture)]);
            var (value, status) = (observations.Values[i], observations.Statuses[i]);
            sums[key] = sums.TryGetValue(key, out var sum)
                ? sum with { Value = sum.Value + value, Status = sum.Status == status ? status : ObservationStatus.E }
                : new(codes, time, value, status, new(set.UnitMultiplier), observations.Rows[i]);
        }

        var builder = new ObservationsBuilder(definition);
        foreach (var sum in sums.Values)
        {
            for (var d = 0; d < sum.Codes.Length; d++)
                builder.Set(d, sum.Codes[d]);
            builder.Add(sum.Time, sum.Value, sum.Status, sum.Set, sum.Row);
        }

        var built = builder.Build((key, _, _) => throw new InvalidOperationException($"{key} has two units."));
        return table with { Observations = built, Notes = [.. table.Notes, Told(definition, summed, scope.Annual ? years : null)] };
    }

    private static bool HasTotalAmongParts(Observations observations, int dimension)
    {
        var used = Enumerable.Range(0, observations.Count).Select(i => observations.Code(dimension, i)).ToHashSet();
        return used.Count > 1 && used.Contains("_T");
    }

    /// <summary>The years the table holds from January to December.</summary>
    private static (int First, int Last) WholeYears(Observations observations)
    {
        var (first, last) = (observations.Times.Min(), observations.Times.Max());
        if (first.Frequency != 'M' || last.Frequency != 'M')
            throw new InvalidOperationException("Only months become years.");
        return (
            first.ToString().EndsWith("-01", StringComparison.Ordinal) ? first.Year : first.Year + 1,
            last.ToString().EndsWith("-12", StringComparison.Ordinal) ? last.Year : last.Year - 1);
    }

    private static Text Told(DatasetDefinition definition, int[] summed, (int First, int Last)? years)
    {
        var ids = string.Join(", ", summed.Select(d => definition.Structure.Dimensions[d].Id));
        var over = summed.Length == 0
            ? new Text("", "", "")
            : new Text($" sobre {ids}, que el publicador distingue", $" over {ids}, which the publisher tells apart", $" sur {ids}, que le producteur distingue");
        return years is not { } whole
            ? new($"Cifras sumadas por Periplo{over.Es}.", $"Figures summed by Periplo{over.En}.", $"Chiffres additionnés par Periplo{over.Fr}.")
            : new(
                $"Cifras sumadas por Periplo{over.Es}, de los meses de cada año completo, de {whole.First} a {whole.Last}.",
                $"Figures summed by Periplo{over.En}, from the months of each whole year, {whole.First} to {whole.Last}.",
                $"Chiffres additionnés par Periplo{over.Fr}, à partir des mois de chaque année complète, de {whole.First} à {whole.Last}.");
    }

    private sealed record Sum(string[] Codes, TimePeriod Time, double Value, ObservationStatus Status, AttributeSet Set, SourceRow Row);
}
