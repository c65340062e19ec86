namespace Periplo.Populations;

/// <summary>Families of the model migration schedule, by their number of parameters.</summary>
public enum RogersCastroFamily
{
    /// <summary>Children, labour force and a constant.</summary>
    Seven = 7,

    /// <summary>Also a slope that rises after retirement.</summary>
    Nine = 9,

    /// <summary>Also a peak at retirement.</summary>
    Eleven = 11,

    /// <summary>Both the peak at retirement and the slope after it.</summary>
    Thirteen = 13,
}

/// <summary>A peak of the schedule over age x: a · exp(−α(x − μ) − exp(−λ(x − μ))).</summary>
/// <param name="A">Level a, in the unit of the rates, not below zero.</param>
/// <param name="Alpha">Descent α after the peak, a year.</param>
/// <param name="Mu">Position μ, years of age. The peak itself stands at μ − ln(α/λ)/λ.</param>
/// <param name="Lambda">Ascent λ before the peak, a year.</param>
public sealed record MigrationPeak(double A, double Alpha, double Mu, double Lambda)
{
    /// <summary>Rate of this part at an age.</summary>
    public double Rate(double age) => A * Math.Exp((-Alpha * (age - Mu)) - Math.Exp(-Lambda * (age - Mu)));
}

/// <summary>An exponential of the schedule over age x: a · exp(slope · x).</summary>
/// <param name="A">Level a at age 0, in the unit of the rates, not below zero.</param>
/// <param name="Slope">Relative change a year: −α₁ of children, λ₄ of the old.</param>
public sealed record MigrationSlope(double A, double Slope)
{
    /// <summary>Rate of this part at an age.</summary>
    public double Rate(double age) => A * Math.Exp(Slope * age);
}

/// <summary>
/// The model migration schedule of A. Rogers and L. Castro (1981), Model Migration Schedules, IIASA RR-81-30, and, for the slope
/// after retirement, A. Rogers and J. Watkins (1987), "General versus elderly interstate migration and population redistribution
/// in the United States", Research on Aging 9(4). Ages are completed years, as rates by age are published:
/// m(x) = a₁e^(−α₁x) + a₂e^(−α₂(x−μ₂) − e^(−λ₂(x−μ₂))) [+ a₃e^(−α₃(x−μ₃) − e^(−λ₃(x−μ₃)))] [+ a₄e^(λ₄x)] + c.
/// Worked example and limits: docs/methods/age-schedules.md.
/// </summary>
/// <param name="Children">a₁ and −α₁.</param>
/// <param name="Labour">a₂, α₂, μ₂, λ₂.</param>
/// <param name="Retirement">a₃, α₃, μ₃, λ₃; null without the peak.</param>
/// <param name="Elderly">a₄ and λ₄; null without the slope.</param>
/// <param name="Constant">c.</param>
public sealed record RogersCastro(MigrationSlope Children, MigrationPeak Labour, MigrationPeak? Retirement, MigrationSlope? Elderly, double Constant)
{
    private static readonly string[] First = ["a1", "alpha1", "a2", "alpha2", "mu2", "lambda2"];
    private static readonly string[] Peak = ["a3", "alpha3", "mu3", "lambda3"];
    private static readonly string[] Slope = ["a4", "lambda4"];

    /// <summary>The four families.</summary>
    public static IReadOnlyList<RogersCastroFamily> Families { get; } = Enum.GetValues<RogersCastroFamily>();

    /// <summary>
    /// The standard used where nothing is known: the fundamental parameters of Rogers and Castro, a₁ 0.02, α₁ 0.1, a₂ 0.06, α₂ 0.1,
    /// μ₂ 20, λ₂ 0.4, c 0.003.
    /// </summary>
    public static RogersCastro Fundamental { get; } = Of(RogersCastroFamily.Seven, [0.02, 0.1, 0.06, 0.1, 20, 0.4, 0.003]);

    /// <summary>The family.</summary>
    public RogersCastroFamily Family => (Retirement, Elderly) switch
    {
        (null, null) => RogersCastroFamily.Seven,
        (null, _) => RogersCastroFamily.Nine,
        (_, null) => RogersCastroFamily.Eleven,
        _ => RogersCastroFamily.Thirteen,
    };

    /// <summary>Index of child dependency, a₁/a₂; null without a labour peak.</summary>
    public double? ChildDependency => Over(Children.A, Labour.A);

    /// <summary>Labour dependency, a₂/a₁.</summary>
    public double? LabourDependency => Over(Labour.A, Children.A);

    /// <summary>Index of labour asymmetry, λ₂/α₂: how much steeper the rise to the peak is than the fall after it.</summary>
    public double? LabourAsymmetry => Over(Labour.Lambda, Labour.Alpha);

    /// <summary>Index of parental-shift regularity, α₁/α₂: 1 where children's rates fall with age as their parents' do.</summary>
    public double? ParentalShift => Over(-Children.Slope, Labour.Alpha);

    /// <summary>Names of the parameters of a family, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names(RogersCastroFamily family) =>
        [.. First, .. HasPeak(family) ? Peak : [], .. HasSlope(family) ? Slope : [], "c"];

    /// <summary>Whether a family has the peak at retirement.</summary>
    public static bool HasPeak(RogersCastroFamily family) => family is RogersCastroFamily.Eleven or RogersCastroFamily.Thirteen;

    /// <summary>Whether a family has the slope after retirement.</summary>
    public static bool HasSlope(RogersCastroFamily family) => family is RogersCastroFamily.Nine or RogersCastroFamily.Thirteen;

    /// <summary>The schedule of parameters in the order of <see cref="Names"/>.</summary>
    /// <exception cref="ArgumentException">There are not as many as the family has, or one is below zero or no number.</exception>
    public static RogersCastro Of(RogersCastroFamily family, ReadOnlySpan<double> values)
    {
        if (values.Length != (int)family)
            throw new ArgumentException($"The family has {(int)family} parameters.", nameof(values));
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || value < 0)
                throw new ArgumentException("Parameters are numbers, not below zero.", nameof(values));
        }

        var at = First.Length;
        var peak = HasPeak(family) ? new MigrationPeak(values[at], values[at + 1], values[at + 2], values[at + 3]) : null;
        at += peak is null ? 0 : Peak.Length;
        var slope = HasSlope(family) ? new MigrationSlope(values[at], values[at + 1]) : null;
        return new(new(values[0], -values[1]), new(values[2], values[3], values[4], values[5]), peak, slope, values[^1]);
    }

    /// <summary>The parameters in the order of <see cref="Names"/>.</summary>
    public double[] Values() =>
    [
        Children.A, -Children.Slope, Labour.A, Labour.Alpha, Labour.Mu, Labour.Lambda,
        .. Retirement is { } peak ? (double[])[peak.A, peak.Alpha, peak.Mu, peak.Lambda] : [],
        .. Elderly is { } slope ? (double[])[slope.A, slope.Slope] : [],
        Constant,
    ];

    /// <summary>Rate at an age, in the unit of the levels.</summary>
    public double Rate(double age)
    {
        var rate = Children.Rate(age) + Labour.Rate(age);
        if (Retirement is not null)
            rate += Retirement.Rate(age);
        if (Elderly is not null)
            rate += Elderly.Rate(age);
        return rate + Constant;
    }

    /// <summary>Mean rate of the completed ages <paramref name="from"/> to <paramref name="to"/>, which stand for a group where no population weighs them.</summary>
    public double Rate(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var sum = 0.0;
        for (var age = from; age <= to; age++)
            sum += Rate(age);
        return sum / (to - from + 1);
    }

    private static double? Over(double of, double over) => over > 0 ? of / over : null;
}
