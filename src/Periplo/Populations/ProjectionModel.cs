namespace Periplo.Populations;

/// <summary>
/// The assumptions of an area: model schedules fitted so that the five years before the start give the published figures.
/// Method and limits: docs/methods/projection.md.
/// </summary>
public sealed class ProjectionModel
{
    /// <summary>Mean ages at birth of a child the fit may choose from, years.</summary>
    public static (double Least, double Greatest) MeanAges => (25, 33);

    /// <summary>Values of k of <see cref="ModelMortality"/> the fit may choose from: most life tables the model was made of lie between.</summary>
    public static (double Least, double Greatest) AdultMortality => (-1, 1);

    private const int Halvings = 48;
    private const double KStep = 0.25;

    private ProjectionModel(AreaDemography published, VitalAssumptions vital, AgeStructure netMigrants)
    {
        (Published, Vital, NetMigrants) = (published, vital, netMigrants);
    }

    /// <summary>The published figures.</summary>
    public AreaDemography Published { get; }

    /// <summary>Births and deaths.</summary>
    public VitalAssumptions Vital { get; }

    /// <summary>Net migrants of five years by age: the published number, of each sex as the vital statistics residual says, by age as the Rogers–Castro schedule.</summary>
    public AgeStructure NetMigrants { get; }

    /// <summary>Probability of dying before age 5.</summary>
    public BySex UnderFive { get; private init; }

    /// <summary>The number k of <see cref="ModelMortality"/>.</summary>
    public double Adult { get; private init; }

    /// <summary>Mean age at birth of a child, years.</summary>
    public double MeanAge { get; private init; }

    /// <summary>Life expectancy of the model less the published one, years; zero where k could be chosen to meet it.</summary>
    public double LifeExpectancyError => Vital.Both.LifeExpectancy - Published.LifeExpectancy;

    /// <summary>Births of the model in the five years before the start, over the published ones.</summary>
    public double BirthsRatio { get; private init; }

    /// <summary>Fits the model.</summary>
    /// <param name="published">Figures of the area.</param>
    /// <exception cref="ArgumentException">Births, deaths, fertility, life expectancy or the sex ratio are not above zero.</exception>
    public static ProjectionModel Fit(AreaDemography published)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (!(published.Births > 0 && published.Deaths.Women > 0 && published.Deaths.Men > 0 && published.TotalFertility > 0 && published.LifeExpectancy > 0 && published.SexRatioAtBirth > 0))
            throw new ArgumentException($"The figures of {published.Area} are not those of a population.", nameof(published));
        var netMigrants = Migrants(published);
        var mortality = FitMortality(published, netMigrants);
        var meanAge = FitMeanAge(published);
        var fertility = AgeSchedules.Fertility(published.TotalFertility, meanAge);
        return new(published, new(mortality.Women, mortality.Men, fertility, published.SexRatioAtBirth), netMigrants)
        {
            UnderFive = mortality.UnderFive,
            Adult = mortality.Adult,
            MeanAge = meanAge,
            BirthsRatio = Births(published, fertility) / published.Births,
        };
    }

    /// <summary>The five years before the start as the model makes them, to be compared with what is published for the start.</summary>
    public ProjectionStep BackTest() => CohortComponents.Step(Published.Before, Vital, NetMigrants);

    private static AgeStructure Migrants(AreaDemography published)
    {
        var residual = NetMigrationResiduals.VitalStatisticsBySex(published.Before.Totals, published.Now.Totals, BirthsBySex(published), published.Deaths);
        var rest = (published.NetMigration - residual.Total) / 2;
        double[] Spread(double persons) => [.. AgeSchedules.Migration.Select(share => share * persons)];
        return new(Spread(residual.Women + rest), Spread(residual.Men + rest));
    }

    private static BySex BirthsBySex(AreaDemography published) => new(
        published.Births / (1 + published.SexRatioAtBirth), published.Births * published.SexRatioAtBirth / (1 + published.SexRatioAtBirth));

    /// <summary>Child mortality of each sex that gives its published deaths, for the k nearest to zero that also gives the published life expectancy; else the k that comes nearest.</summary>
    private static Mortality FitMortality(AreaDemography published, AgeStructure net)
    {
        Mortality At(double k) => Deaths(published, net, k);
        double Error(Mortality at) => LifeTable.Together(at.Women, at.Men, published.SexRatioAtBirth).LifeExpectancy - published.LifeExpectancy;
        var zero = At(0);
        var best = (At: zero, Error: Math.Abs(Error(zero)));
        var (up, down) = (zero, zero);
        for (var k = KStep; k <= AdultMortality.Greatest; k += KStep)
        {
            if (Crosses(up, At(k)) is { } above)
                return above;
            up = At(k);
            if (-k < AdultMortality.Least)
                continue;
            if (Crosses(down, At(-k)) is { } below)
                return below;
            down = At(-k);
        }

        return best.At;

        Mortality? Crosses(Mortality from, Mortality to)
        {
            var (first, last) = (Error(from), Error(to));
            if (Math.Abs(last) < best.Error)
                best = (to, Math.Abs(last));
            if (Math.Sign(first) == Math.Sign(last))
                return null;
            var (low, high) = (from.Adult, to.Adult);
            var middle = to;
            for (var i = 0; i < Halvings && Math.Abs(Error(middle)) > 1e-9; i++)
            {
                // The straight line between the ends, kept off them, closes in within a few steps.
                var share = Math.Clamp(first / (first - last), 0.05, 0.95);
                middle = At(low + (share * (high - low)));
                var error = Error(middle);
                if (Math.Sign(error) == Math.Sign(first))
                    (low, first) = (middle.Adult, error);
                else
                    (high, last) = (middle.Adult, error);
            }

            return middle;
        }
    }

    private static Mortality Deaths(AreaDemography published, AgeStructure net, double k)
    {
        var births = BirthsBySex(published);
        var (women, w) = Solve(published.Before.Women, net.Women, births.Women, published.Deaths.Women, true, k);
        var (men, m) = Solve(published.Before.Men, net.Men, births.Men, published.Deaths.Men, false, k);
        return new(women, men, new(w, m), k);
    }

    private static (LifeTable Table, double UnderFive) Solve(ReadOnlySpan<double> before, ReadOnlySpan<double> net, double births, double deaths, bool women, double k)
    {
        // Between log child mortality and log deaths the relation is nearly a straight line, so that secants inside the bracket are quick.
        var (low, high) = (Math.Log(ModelMortality.UnderFive.Least), Math.Log(ModelMortality.UnderFive.Greatest));
        var (table, h) = (ModelMortality.Table(women, ModelMortality.UnderFive.Least, k), low);
        var below = Math.Log(Dying(before, net, births, table) / deaths);
        if (below >= 0)
            return (table, ModelMortality.UnderFive.Least);
        table = ModelMortality.Table(women, ModelMortality.UnderFive.Greatest, k);
        var above = Math.Log(Dying(before, net, births, table) / deaths);
        if (above <= 0)
            return (table, ModelMortality.UnderFive.Greatest);
        for (var i = 0; i < Halvings && high - low > 1e-13; i++)
        {
            h = i % 3 == 2 ? (low + high) / 2 : low + (Math.Clamp(below / (below - above), 0.001, 0.999) * (high - low));
            table = ModelMortality.Table(women, Math.Exp(h), k);
            var error = Math.Log(Dying(before, net, births, table) / deaths);
            if (Math.Abs(error) < 1e-13)
                break;
            if (error < 0)
                (low, below) = (h, error);
            else
                (high, above) = (h, error);
        }

        return (table, Math.Exp(h));
    }

    private static double Dying(ReadOnlySpan<double> before, ReadOnlySpan<double> net, double births, LifeTable table)
    {
        var deaths = births * (1 - table.SurvivalAtBirth);
        for (var group = 0; group < AgeStructure.Groups; group++)
            deaths += (before[group] + Math.Max(net[group] / 2, -before[group])) * (1 - table.Survival(group));
        return deaths;
    }

    /// <summary>The mean age with which the published fertility gives the published births, or the end of the range that comes nearest.</summary>
    private static double FitMeanAge(AreaDemography published)
    {
        var (low, high) = MeanAges;
        double Error(double age) => Births(published, AgeSchedules.Fertility(published.TotalFertility, age)) - published.Births;
        var (first, last) = (Error(low), Error(high));
        if (Math.Sign(first) == Math.Sign(last))
            return Math.Abs(first) <= Math.Abs(last) ? low : high;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Math.Sign(Error(middle)) == Math.Sign(first))
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    private static double Births(AreaDemography published, double[] fertility)
    {
        var births = 0.0;
        for (var group = 0; group < AgeStructure.Groups; group++)
            births += AgeStructure.Years * fertility[group] * (published.Before.Women[group] + published.Now.Women[group]) / 2;
        return births;
    }

    private sealed record Mortality(LifeTable Women, LifeTable Men, BySex UnderFive, double Adult);
}
