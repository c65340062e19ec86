namespace Periplo.Populations;

/// <summary>Summary measures of an age structure. A ratio over nobody is null.</summary>
public static class AgeMeasures
{
    /// <summary>Remaining life expectancy at which old age begins in the prospective measure, years (W. Sanderson and S. Scherbov 2007).</summary>
    public const double ProspectiveRemaining = 15;

    /// <summary>Persons from 15 to 64.</summary>
    public static BySex WorkingAge(AgeStructure of) => Of(of).Between(15, 65);

    /// <summary>Persons of 65 and over.</summary>
    public static BySex Old(AgeStructure of) => Of(of).Between(65, int.MaxValue);

    /// <summary>Persons under 15.</summary>
    public static BySex Children(AgeStructure of) => Of(of).Between(0, 15);

    /// <summary>Persons of 65 and over per hundred from 15 to 64.</summary>
    public static double? OldAgeDependency(AgeStructure of) => Ratio(100 * Old(of).Total, WorkingAge(of).Total);

    /// <summary>Persons under 15 per hundred from 15 to 64.</summary>
    public static double? ChildDependency(AgeStructure of) => Ratio(100 * Children(of).Total, WorkingAge(of).Total);

    /// <summary>Persons from 15 to 64 per person of 65 and over.</summary>
    public static double? PotentialSupport(AgeStructure of) => Ratio(WorkingAge(of).Total, Old(of).Total);

    /// <summary>Age half the population is younger than, years; within a group persons are taken to be spread evenly.</summary>
    public static double? MedianAge(AgeStructure of)
    {
        var (half, below) = (Of(of).Total / 2, 0.0);
        if (!(half > 0))
            return null;
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            if (below + of[group] >= half)
                return AgeStructure.Years * (group + ((half - below) / of[group]));
            below += of[group];
        }

        return null;
    }

    /// <summary>
    /// Persons at ages with <see cref="ProspectiveRemaining"/> years of life or fewer left, per hundred from 20 to that age
    /// (Sanderson and Scherbov 2010, "Remeasuring aging", Science 329).
    /// </summary>
    /// <param name="of">The population.</param>
    /// <param name="bothSexes">Life table of both sexes, which says where old age begins.</param>
    public static double? ProspectiveOldAgeDependency(AgeStructure of, LifeTable bothSexes)
    {
        ArgumentNullException.ThrowIfNull(bothSexes);
        var from = bothSexes.AgeWithRemaining(ProspectiveRemaining);
        var old = Above(Of(of), from);
        return from > 20 ? Ratio(100 * old, Above(of, 20) - old) : null;
    }

    private static double Above(AgeStructure of, double age)
    {
        var sum = 0.0;
        for (var group = 0; group < AgeStructure.Groups; group++)
        {
            var start = group * AgeStructure.Years;
            sum += of[group] * (group == AgeStructure.Groups - 1 ? (age <= start ? 1 : 0) : Math.Clamp((start + AgeStructure.Years - age) / AgeStructure.Years, 0, 1));
        }

        return sum;
    }

    private static double? Ratio(double of, double over) => over > 0 ? of / over : null;

    private static AgeStructure Of(AgeStructure of) => of ?? throw new ArgumentNullException(nameof(of));
}
