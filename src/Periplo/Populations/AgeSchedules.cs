namespace Periplo.Populations;

/// <summary>Standard shapes over age, used where figures by age are not published.</summary>
public static class AgeSchedules
{
    /// <summary>Standard deviation of the age at birth of a child in the fertility schedule, years.</summary>
    public const double SpreadOfChildbearing = 6;

    private const double FirstAge = 12.5;
    private const int FirstGroup = 2;
    private const int LastGroup = 9;

    /// <summary>
    /// Births a year to a woman by group, 10–14 to 45–49, as a gamma density over age (J. Hoem and others 1981, "Experiments in
    /// modelling recent Danish fertility curves", Demography 18(2)) that begins at 12.5 years, five times whose sum is the total fertility.
    /// </summary>
    /// <param name="totalFertility">Children per woman.</param>
    /// <param name="meanAge">Mean age at birth of a child, 20 to 40 years.</param>
    public static double[] Fertility(double totalFertility, double meanAge)
    {
        var scale = SpreadOfChildbearing * SpreadOfChildbearing / (meanAge - FirstAge);
        var shape = (meanAge - FirstAge) / scale;
        var rates = new double[AgeStructure.Groups];
        var sum = 0.0;
        for (var group = FirstGroup; group <= LastGroup; group++)
        {
            rates[group] = Mean(group, age => age <= FirstAge ? 0 : Math.Exp(((shape - 1) * Math.Log(age - FirstAge)) - ((age - FirstAge) / scale)));
            sum += rates[group];
        }

        for (var group = FirstGroup; group <= LastGroup; group++)
            rates[group] *= totalFertility / (AgeStructure.Years * sum);
        return rates;
    }

    /// <summary>
    /// Migrants by age in steps of five years: <see cref="RogersCastro.Fundamental"/>, averaged over the exact ages of each group.
    /// Shares of the groups up to 80–84, sum 1.
    /// </summary>
    public static IReadOnlyList<double> Migration { get; } = Migrants();

    private static double[] Migrants()
    {
        // Beyond 85 the constant of the model would send as many centenarians as persons of forty.
        const int Oldest = 17;
        var shares = new double[AgeStructure.Groups];
        for (var group = 0; group < Oldest; group++)
            shares[group] = Mean(group, RogersCastro.Fundamental.Rate);
        var sum = shares.Sum();
        return Array.ConvertAll(shares, share => share / sum);
    }

    /// <summary>Mean of a curve over a group, at fifty points.</summary>
    private static double Mean(int group, Func<double, double> curve)
    {
        const int Points = 50;
        var sum = 0.0;
        for (var point = 0; point < Points; point++)
            sum += curve((group * AgeStructure.Years) + ((point + 0.5) * AgeStructure.Years / Points));
        return sum / Points;
    }
}
