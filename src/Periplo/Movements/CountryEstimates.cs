using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <summary>
/// Arrivals, departures and net of one country with calibrated intervals. Months share shocks that no feature shows, so intervals
/// of chance alone are too narrow; how much, the errors of earlier estimates of the same age tell, those known by the vintage.
/// </summary>
internal sealed class CountryEstimates
{
    private const int Departures = 0;
    private const int Arrivals = 1;
    private readonly OutcomeTable table;
    private readonly ProvisionalRule rule;
    private readonly DirectionEstimates[] directions;
    private readonly int width;

    internal CountryEstimates(OutcomeTable table, DirectionEstimates departures, DirectionEstimates arrivals, ProvisionalRule rule) =>
        (this.table, this.rule, directions, width) = (table, rule, [departures, arrivals], table.Citizenships.Length + 1);

    /// <summary>Figures of the total at every age, by group.</summary>
    internal ProvisionalEstimate[] Totals(MigrationMeasure measure)
    {
        var figures = new ProvisionalEstimate[table.Months * table.Ages];
        for (var age = 0; age < table.Ages; age++)
        {
            var errors = Errors(measure, age, width - 1, width);
            for (var month = 0; month + age < table.Months; month++)
                figures[table.Group(month, age)] = Figure(measure, month, age, width - 1, errors);
        }

        return figures;
    }

    /// <summary>Figures by citizenship at the latest vintage. Citizenships of a country are calibrated together.</summary>
    internal void AddCitizenships(int country, int firstMonth, List<CitizenshipEstimate> list)
    {
        foreach (var measure in Enum.GetValues<MigrationMeasure>())
        {
            for (var month = 0; month < table.Months; month++)
            {
                var age = Math.Min(rule.FinalAge, table.Months - 1 - month);
                var errors = age == rule.FinalAge ? [] : Errors(measure, age, 0, width - 1);
                for (var column = 0; column < width - 1; column++)
                {
                    var figure = Figure(measure, month, age, column, errors);
                    if (figure.Undecided > 0 || figure.Decided != 0 || (measure == MigrationMeasure.Net && Crossed(month, age, column)))
                        list.Add(new(country, measure, firstMonth + month, age, table.Citizenships[column], figure));
                }
            }
        }
    }

    private bool Crossed(int month, int age, int column) => directions[Arrivals].Decided[At(month, age, column)] > 0;

    private int At(int month, int age, int column) => (table.Group(month, age) * width) + column;

    private ProvisionalEstimate Figure(MigrationMeasure measure, int month, int age, int column, Sums[] errors)
    {
        var at = At(month, age, column);
        long decided = Sum(measure, directions[0].Decided[at], directions[1].Decided[at], -1);
        if (age == rule.FinalAge)
            return ProvisionalEstimate.Certain(decided);
        long undecided = Sum(measure, directions[0].Undecided[at], directions[1].Undecided[at], +1);
        if (!Estimated(measure, month, age))
            return ProvisionalEstimate.Counts(decided, undecided);

        // Of the months whose final figure is known at this vintage, the latest so many.
        var known = Math.Max(0, month + age - rule.FinalAge + 1);
        var (late, early) = (errors[known], errors[Math.Max(0, known - rule.CalibrationCohorts)]);
        var months = late.Months - early.Months;
        double shock = 0;
        if (months < Math.Max(1, rule.MinimumCalibration))
            months = 0;
        else if (late.Excess > early.Excess && late.Slopes > early.Slopes)
            shock = (late.Excess - early.Excess) / (late.Slopes - early.Slopes) * SquaredSlope(measure, at);
        return ProvisionalEstimate.Around(
            decided, undecided, Value(measure, at), Variance(measure, at), shock, months, measure == MigrationMeasure.Net ? double.NegativeInfinity : 0);
    }

    // Running sums over months, from the first, of what calibrates estimates of this age: at [n], of the first n months.
    private Sums[] Errors(MigrationMeasure measure, int age, int fromColumn, int toColumn)
    {
        var sums = new Sums[table.Months + 1];
        for (var month = 0; month < table.Months; month++)
        {
            var sum = sums[month];
            if (month + rule.FinalAge < table.Months && Estimated(measure, month, age))
            {
                sum.Months++;
                for (var column = fromColumn; column < toColumn; column++)
                {
                    var at = At(month, age, column);
                    var error = Value(measure, At(month, rule.FinalAge, column)) - Value(measure, at);
                    sum.Excess += (error * error) - Variance(measure, at);
                    sum.Slopes += SquaredSlope(measure, at);
                }
            }

            sums[month + 1] = sum;
        }

        return sums;
    }

    private bool Estimated(MigrationMeasure measure, int month, int age)
    {
        var group = table.Group(month, age);
        return (measure == MigrationMeasure.Arrivals || directions[Departures].Estimated[group])
            && (measure == MigrationMeasure.Departures || directions[Arrivals].Estimated[group]);
    }

    private double Value(MigrationMeasure measure, int at) => Sum(measure, directions[0].Value[at], directions[1].Value[at], -1);

    private double Variance(MigrationMeasure measure, int at) => Sum(measure, directions[0].Variance[at], directions[1].Variance[at], +1);

    private double SquaredSlope(MigrationMeasure measure, int at)
    {
        double departures = directions[0].Slope[at], arrivals = directions[1].Slope[at];
        return Sum(measure, departures * departures, arrivals * arrivals, +1);
    }

    private static double Sum(MigrationMeasure measure, double departures, double arrivals, int sign) => measure switch
    {
        MigrationMeasure.Arrivals => arrivals,
        MigrationMeasure.Departures => departures,
        _ => arrivals + (sign * departures),
    };

    private static long Sum(MigrationMeasure measure, long departures, long arrivals, int sign) => measure switch
    {
        MigrationMeasure.Arrivals => arrivals,
        MigrationMeasure.Departures => departures,
        _ => arrivals + (sign * departures),
    };

    [StructLayout(LayoutKind.Auto)]
    private record struct Sums(int Months, double Excess, double Slopes);
}
