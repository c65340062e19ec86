namespace Periplo.Populations;

/// <summary>
/// Death rates by age from the level of child mortality and a second number for adults: the log-quadratic model,
/// log m(x) = a(x) + b(x) h + c(x) h² + v(x) k with h = log of the probability of dying before age 5. J. Wilmoth, S. Zureick,
/// V. Canudas-Romo, M. Inoue, C. Sawyer (2012), "A flexible two-dimensional mortality model for use in indirect estimation",
/// Population Studies 66(1), table 3, fitted to the life tables of the Human Mortality Database.
/// </summary>
public static class ModelMortality
{
    /// <summary>Least and greatest probability of dying before age 5 the model is used for.</summary>
    public static (double Least, double Greatest) UnderFive => (0.0005, 0.4);

    // Under 1, then 5–9 … 105–109, 110 and over; a, b, c, v in turn.
    private static readonly double[] Women =
    [
        -0.6619, 0.7684, -0.0277, 0,
        -2.5608, 1.7937, 0.1082, 0.2788,
        -3.2435, 1.6653, 0.1088, 0.3423,
        -3.1099, 1.5797, 0.1147, 0.4007,
        -2.9789, 1.5053, 0.1011, 0.4133,
        -3.0185, 1.3729, 0.0815, 0.3884,
        -3.0201, 1.2879, 0.0778, 0.3391,
        -3.1487, 1.1071, 0.0637, 0.2829,
        -3.2690, 0.9339, 0.0533, 0.2246,
        -3.5202, 0.6642, 0.0289, 0.1774,
        -3.4076, 0.5556, 0.0208, 0.1429,
        -3.2587, 0.4461, 0.0101, 0.1190,
        -2.8907, 0.3988, 0.0042, 0.0807,
        -2.6608, 0.2591, -0.0135, 0.0571,
        -2.2949, 0.1759, -0.0229, 0.0295,
        -2.0414, 0.0481, -0.0354, 0.0114,
        -1.7308, -0.0064, -0.0347, 0.0033,
        -1.4473, -0.0531, -0.0327, 0.0040,
        -1.1582, -0.0617, -0.0259, 0,
        -0.8655, -0.0598, -0.0198, 0,
        -0.6294, -0.0513, -0.0134, 0,
        -0.4282, -0.0341, -0.0075, 0,
        -0.2966, -0.0229, -0.0041, 0,
    ];

    private static readonly double[] Men =
    [
        -0.5101, 0.8164, -0.0245, 0,
        -3.0435, 1.5270, 0.0817, 0.1720,
        -3.9554, 1.2390, 0.0638, 0.1683,
        -3.9374, 1.0425, 0.0750, 0.2161,
        -3.4165, 1.1651, 0.0945, 0.3022,
        -3.4237, 1.1444, 0.0905, 0.3624,
        -3.4438, 1.0682, 0.0814, 0.3848,
        -3.4198, 0.9620, 0.0714, 0.3779,
        -3.3829, 0.8337, 0.0609, 0.3530,
        -3.4456, 0.6039, 0.0362, 0.3060,
        -3.4217, 0.4001, 0.0138, 0.2564,
        -3.4144, 0.1760, -0.0128, 0.2017,
        -3.1402, 0.0921, -0.0216, 0.1616,
        -2.8565, 0.0217, -0.0283, 0.1216,
        -2.4114, 0.0388, -0.0235, 0.0864,
        -2.0411, 0.0093, -0.0252, 0.0537,
        -1.6456, 0.0085, -0.0221, 0.0316,
        -1.3203, -0.0183, -0.0219, 0.0061,
        -1.0368, -0.0314, -0.0184, 0,
        -0.7310, -0.0170, -0.0133, 0,
        -0.5024, -0.0081, -0.0086, 0,
        -0.3275, 0.0001, -0.0048, 0,
        -0.2212, 0.0028, -0.0027, 0,
    ];

    /// <summary>The model life table.</summary>
    /// <param name="women">Whether of women.</param>
    /// <param name="underFive">Probability of dying before age 5, within <see cref="UnderFive"/>.</param>
    /// <param name="adult">The second number k: above zero, adults die more than is usual with such child mortality.</param>
    public static LifeTable Table(bool women, double underFive, double adult)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(underFive, UnderFive.Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(underFive, UnderFive.Greatest);
        var (numbers, h) = (women ? Women : Men, Math.Log(underFive));
        Span<double> rates = stackalloc double[numbers.Length / 4];
        for (var row = 0; row < rates.Length; row++)
            rates[row] = Math.Exp(numbers[4 * row] + (numbers[(4 * row) + 1] * h) + (numbers[(4 * row) + 2] * h * h) + (numbers[(4 * row) + 3] * adult));
        return LifeTable.Of(rates[0], underFive, rates[1..], women);
    }
}
