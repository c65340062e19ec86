using System.Runtime.InteropServices;

namespace Periplo.Populations;

/// <summary>Persons by sex in five-year age groups: 0–4, 5–9 … 95–99 and, open, 100 and over. Net migrants use it too and may be below zero.</summary>
public sealed class AgeStructure
{
    /// <summary>Number of age groups, the open one included.</summary>
    public const int Groups = 21;

    /// <summary>Width of a closed group and length of a step, in years.</summary>
    public const int Years = 5;

    private static readonly string[] AllCodes = [.. Enumerable.Range(0, Groups).Select(group => group == Groups - 1 ? $"Y_GE{group * Years}" : $"Y{group * Years}T{(group * Years) + Years - 1}")];
    private readonly double[] women;
    private readonly double[] men;

    /// <summary>A structure of so many persons.</summary>
    /// <param name="women">Women by group, youngest first.</param>
    /// <param name="men">Men by group.</param>
    /// <exception cref="ArgumentException">There are not <see cref="Groups"/> of each.</exception>
    public AgeStructure(ReadOnlySpan<double> women, ReadOnlySpan<double> men)
    {
        if (women.Length != Groups || men.Length != Groups)
            throw new ArgumentException($"An age structure has {Groups} groups of each sex.", nameof(women));
        (this.women, this.men) = (women.ToArray(), men.ToArray());
    }

    /// <summary>Nobody.</summary>
    public static AgeStructure Empty { get; } = new(new double[Groups], new double[Groups]);

    /// <summary>Codes of the groups in CL_AGE: Y0T4 … Y95T99, Y_GE100.</summary>
    public static IReadOnlyList<string> Codes => AllCodes;

    /// <summary>Women by group.</summary>
    public ReadOnlySpan<double> Women => women;

    /// <summary>Men by group.</summary>
    public ReadOnlySpan<double> Men => men;

    /// <summary>Persons of each sex.</summary>
    public BySex Totals => new(Sum(women, 0, Groups), Sum(men, 0, Groups));

    /// <summary>All persons.</summary>
    public double Total => Totals.Total;

    /// <summary>Persons of both sexes in a group.</summary>
    public double this[int group] => women[group] + men[group];

    /// <summary>Persons of each sex from one age to before another, both multiples of five; 105 or more means to the end.</summary>
    public BySex Between(int fromAge, int beforeAge)
    {
        var (from, to) = (fromAge / Years, Math.Min(beforeAge / Years, Groups));
        return new(Sum(women, from, to), Sum(men, from, to));
    }

    /// <summary>The structure times a factor of each sex.</summary>
    public AgeStructure Times(double ofWomen, double ofMen) => new(Array.ConvertAll(women, one => one * ofWomen), Array.ConvertAll(men, one => one * ofMen));

    /// <summary>The sum of two.</summary>
    public AgeStructure Plus(AgeStructure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (w, m) = (new double[Groups], new double[Groups]);
        for (var i = 0; i < Groups; i++)
            (w[i], m[i]) = (women[i] + other.women[i], men[i] + other.men[i]);
        return new(w, m);
    }

    private static double Sum(double[] of, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
            sum += of[i];
        return sum;
    }
}

/// <summary>A number of each sex.</summary>
/// <param name="Women">Of women.</param>
/// <param name="Men">Of men.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BySex(double Women, double Men)
{
    /// <summary>Of both.</summary>
    public double Total => Women + Men;

    /// <summary>The sum of two.</summary>
    public static BySex operator +(BySex left, BySex right) => left.Plus(right);

    /// <summary>The sum of two.</summary>
    public BySex Plus(BySex other) => new(Women + other.Women, Men + other.Men);
}
