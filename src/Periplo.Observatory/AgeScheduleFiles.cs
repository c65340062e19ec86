using Periplo.Languages;
using Periplo.Populations;
using Periplo.Sources.Flows;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Model migration schedules of files a user gives, without any store: fitted to rates, and used to split flows by age and sex.</summary>
public static class AgeScheduleFiles
{
    /// <summary>
    /// Fits schedules to rates and writes <c>sex,parameter,value,standard_error</c>; or splits flows by a schedule fitted, given or standard and writes
    /// <c>period,sex,method,origin,destination,age,flow</c> (<c>…,area,age,net</c> of net numbers), parts of zero left out. Each file whole or not at all.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <exception cref="InputException">A file cannot be taken or written.</exception>
    /// <exception cref="StatisticsException">What is asked does not go together.</exception>
    public static AgeScheduleResult Run(AgeScheduleRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        IReadOnlyList<ObservedRates> observed = request.Rates is { } rates ? RatesFile.Read(rates, cancellation) : [];
        var fits = observed.Select(one => Fit(request, one)).ToList();
        IReadOnlyList<(string? Sex, RogersCastro Schedule)> schedules =
            request.Schedule is { } given ? ScheduleFile.Read(given, cancellation) : fits.ConvertAll(fit => (fit.Sex, fit.Fit.Schedule));
        var result = new AgeScheduleResult(fits, Of(schedules, "F", request), Of(schedules, "M", request), schedules.Count == 0, 0, 0, 0);
        if (request.Split is not null)
            result = AgeSplitFile.Write(request, result, schedules.Any(one => one.Sex is not null), cancellation);
        else if (request.Output is { } output)
            RowFile.Write(output, "sex,parameter,value,standard_error", fits.SelectMany(Parameters), cancellation);
        if (request.Curve is { } curve)
            RowFile.Write(curve, "sex,age,rate,fitted", observed.Zip(fits).SelectMany(pair => Curve(pair.First, pair.Second.Fit.Schedule)), cancellation);
        return result;
    }

    private static FittedSchedule Fit(AgeScheduleRequest request, ObservedRates observed)
    {
        try
        {
            var fit = observed.Counts is { } counts ? RogersCastroFit.OfCounts(counts, request.Family, request.Starts) : RogersCastroFit.OfRates(observed.Rates, request.Family, request.Starts);
            return new(observed.Sex, fit, AgeProfile.Of(observed.Rates), observed.Rates.Count, observed.Open);
        }
        catch (StatisticsException impossible)
        {
            throw new InputException(request.Rates, observed.Sex is { } sex ? Text.Same(sex) : null, impossible.Explanation, impossible);
        }
    }

    /// <summary>The schedule of a sex: its own, else that of both, else the standard where nothing at all is given.</summary>
    private static RogersCastro Of(IReadOnlyList<(string? Sex, RogersCastro Schedule)> schedules, string sex, AgeScheduleRequest request)
    {
        if (schedules.Count == 0)
            return RogersCastro.Fundamental;
        var found = schedules.FirstOrDefault(one => one.Sex == sex).Schedule ?? schedules.FirstOrDefault(one => one.Sex is null).Schedule;
        if (found is null && request.Split is not null)
        {
            throw new InputException(request.Rates ?? request.Schedule, null, new Text(
                $"falta el calendario del sexo {sex}; sin él no se puede repartir entre los dos.", $"the schedule of sex {sex} is missing; there is no splitting between both without it.", $"il manque le calendrier du sexe {sex} ; sans lui on ne peut répartir entre les deux."));
        }

        return found ?? schedules[0].Schedule;
    }

    private static IEnumerable<string> Parameters(FittedSchedule fitted) =>
        RogersCastro.Names(fitted.Fit.Schedule.Family)
            .Zip(fitted.Fit.Schedule.Values(), fitted.Fit.StandardErrors)
            .Select(one => $"{fitted.Sex ?? "T"},{one.First},{one.Second:R},{one.Third:R}");

    private static IEnumerable<string> Curve(ObservedRates observed, RogersCastro schedule) =>
        observed.Rates.OrderBy(rate => rate.From).Select(rate =>
            $"{observed.Sex ?? "T"},{(rate.From == rate.To ? $"Y{rate.From}" : $"Y{rate.From}T{rate.To}")},{rate.Rate:R},{schedule.Rate(rate.From, rate.To):R}");

    private static void Check(AgeScheduleRequest request)
    {
        if (request.Rates is not null && request.Schedule is not null)
            throw new StatisticsException(new("--rates y --schedule dan cada uno un calendario; deje uno.", "--rates and --schedule each give a schedule; leave one.", "--rates et --schedule donnent chacun un calendrier ; n’en laissez qu’un."));
        if (request.Rates is null && request.Split is null)
            throw new StatisticsException(new("falta --rates (tasas que ajustar) o --split (flujos que repartir).", "--rates (to fit) or --split (flows to split) is missing.", "il manque --rates (taux à ajuster) ou --split (flux à répartir)."));
        if (request.Split is not null && request.Output is null)
            throw new StatisticsException(new("falta --output, el archivo para los flujos por edad y sexo.", "--output is missing, the file for the flows by age and sex.", "il manque --output, le fichier des flux par âge et sexe."));
        if (request.Curve is not null && request.Rates is null)
            throw new StatisticsException(new("--curve escribe lo ajustado a --rates, que falta.", "--curve writes what is fitted to --rates, which is missing.", "--curve écrit ce qui est ajusté à --rates, qui manque."));
        var paths = new HashSet<string>();
        foreach (var path in (string?[])[request.Rates, request.Schedule, request.Split, request.Population, request.Output, request.Curve])
        {
            if (path is not null && !paths.Add(Path.GetFullPath(path)))
                throw new InputException(path, null, new Text("el mismo archivo se nombra para dos cosas; indique otro.", "the same file is named for two things; name another.", "le même fichier est nommé pour deux choses ; nommez-en un autre."));
        }
    }
}
