using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Profiles;
using Periplo.Statistics;
using Periplo.Web.Profiles;

namespace Periplo.Cli;

/// <summary>Which documents are wanted.</summary>
/// <param name="Area">An area by any code or name, or null.</param>
/// <param name="To">Destination of a corridor from the area, or null.</param>
/// <param name="All">The Member States of the United Nations.</param>
/// <param name="Members">A region, group or process whose countries are wanted, or null.</param>
/// <param name="Process">A process whose members are wanted together, or null.</param>
/// <param name="Languages">Languages, at least one.</param>
/// <param name="Formats">Of <see cref="ProfileRun.Formats"/>, at least one.</param>
/// <param name="Folder">Where they are written.</param>
/// <param name="Site">Site the links lead to, or null.</param>
internal sealed record ProfileWish(string? Area, string? To, bool All, string? Members, string? Process, IReadOnlyList<Language> Languages, IReadOnlyList<string> Formats, string Folder, Uri? Site);

/// <summary>
/// Writes the documents of many areas on all cores. What fails for one area is told at the end and leaves the others as
/// they are.
/// </summary>
internal sealed class ProfileRun(Terminal terminal, Installation installation, ProfileWish wish)
{
    /// <summary>The forms there are.</summary>
    public static readonly IReadOnlyList<string> Formats = ["html", "pdf", "csv", "docx"];

    private static readonly TimeSpan PrintLimit = TimeSpan.FromMinutes(2);
    private readonly SortedList<string, Text> failures = new(StringComparer.Ordinal);
    private int written;

    /// <summary>Writes them all.</summary>
    /// <param name="editionId">Code of the edition, or null.</param>
    /// <param name="cancellation">Stops the work; documents written stay.</param>
    /// <returns>0, or 1 when any document failed.</returns>
    public int Write(string? editionId, CancellationToken cancellation)
    {
        // What is asked for wrongly is told before the indicators are worked out, which takes seconds.
        var asked = Asked(editionId is null ? installation.Today : installation.Edition(editionId, cancellation).Cutoff);
        var destination = wish.To is null ? null : installation.Areas.Resolve(wish.To);
        var edition = installation.Edition(editionId, cancellation);
        using var files = new ProfileFiles(installation);
        var material = installation.ProfileMaterial(edition, ProfileCommand.Font(installation), files.World, cancellation);
        var areas = wish.Process is { } process ? [ProcessGroups.Find(material.Indicators.Groups, process) ?? throw NoProcess(process, material)] : WithFigures(asked, material);
        Directory.CreateDirectory(wish.Folder);
        var printer = wish.Formats.Contains("pdf") ? ProfilePrinter.Find() : null;
        var done = 0;
        terminal.WithProgress(terminal.Say("Perfiles", "Profiles", "Profils"), progress =>
        {
            Parallel.ForEach(areas, new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, area =>
            {
                foreach (var language in wish.Languages)
                {
                    var links = wish.Site is null ? ProfileLinks.None : ProfileFiles.Links(language);
                    Write(area, destination, language, () => Make(area, destination, edition, material, links), files, printer, cancellation);
                }

                progress?.Report((double)Interlocked.Increment(ref done) / areas.Count);
            });
            return 0;
        });
        return Report();
    }

    /// <summary>The areas wanted, groups with their members of a day; none for a process, whose area is made of its members.</summary>
    private IReadOnlyList<Area> Asked(DateOnly on)
    {
        if (wish.To is not null && wish.Area is null)
            throw new StatisticsException(new("--to pide el área de origen.", "--to needs the area of origin.", "--to demande la zone d’origine."));
        if ((ReadOnlySpan<bool>)[wish.Area is not null, wish.All, wish.Members is not null, wish.Process is not null] is var named && named.Count(true) != 1)
        {
            throw new StatisticsException(new(
                "Diga un área, --all, --members o --process, y solo uno de ellos.", "Name an area, --all, --members or --process, and only one of them.", "Indiquez une zone, --all, --members ou --process, et un seul d’entre eux."));
        }

        if (wish.Area is not null)
            return [installation.Areas.Resolve(wish.Area)];
        return wish.Process is not null ? [] : installation.MemberCountries(wish.Members ?? AreaRegistry.UnitedNations, on);
    }

    private IReadOnlyList<Area> WithFigures(IReadOnlyList<Area> members, ProfileMaterial material)
    {
        if (wish.Area is not null)
            return members;
        // A country nobody has figures of makes no empty document, and is no failure either: nobody asked for it by name.
        var known = members.Where(area => material.Indicators.Filled(area.Id).Count > 0).ToList();
        if (known.Count < members.Count)
        {
            var (count, without) = (members.Count - known.Count, string.Join(' ', members.Except(known).Select(area => area.Id)));
            terminal.WriteLine(new($"Sin ningún dato, y por eso sin perfil: {count} ({without}).", $"Without any figure, and so without a profile: {count} ({without}).", $"Sans aucune donnée, et donc sans profil : {count} ({without})."));
        }

        return known;
    }

    private static StatisticsException NoProcess(string process, ProfileMaterial material)
    {
        var known = string.Join(", ", material.Indicators.Groups.Select(ProcessGroups.Process));
        return new(new(
            $"No se conocen países miembros de ningún proceso «{process}». Los que se pueden sumar: {known}.", $"No member countries of a process \"{process}\" are known. Those that can be added up: {known}.",
            $"On ne connaît aucun pays membre d’un processus « {process} ». Ceux qu’on peut additionner : {known}."));
    }

    private void Write(Area area, Area? destination, Language language, Func<Profile> make, ProfileFiles files, ProfilePrinter? printer, CancellationToken cancellation)
    {
        Profile? profile = null;
        foreach (var format in wish.Formats)
        {
            var name = $"{area.Id}{(destination is null ? "" : $"-{destination.Id}")}.{language.Tag()}.{format}";
            try
            {
                profile ??= make();
                Write(profile, language, format, Path.Combine(wish.Folder, name), files, printer, cancellation);
                Interlocked.Increment(ref written);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Whatever befalls one document, the others are still made; it is told at the end.
                var why = error switch
                {
                    StatisticsException known => known.Explanation,
                    InputException known => known.Explanation,
                    _ => Text.Same(error.Message),
                };
                lock (failures)
                    failures[name] = why;
            }
        }
    }

    private Profile Make(Area area, Area? destination, Edition edition, ProfileMaterial material, ProfileLinks links)
    {
        var profile = destination is null
            ? new ProfileGenerator(material, edition, links).Of(area, installation.ProfileStanding(edition, area.Id))
            : installation.CorridorProfile(area, destination, edition, material, links);
        return profile.HasValues ? profile : throw new StatisticsException(new(
            $"no hay ningún dato de {profile.Subject.Name.Es} en el almacén.", $"the store holds no data of {profile.Subject.Name.En}.", $"l’entrepôt ne contient aucune donnée sur {profile.Subject.Name.Fr}."));
    }

    private void Write(Profile profile, Language language, string format, string path, ProfileFiles files, ProfilePrinter? printer, CancellationToken cancellation)
    {
        switch (format)
        {
            case "csv":
                WholeFile.Write(path, to => ProfileCsv.Write(profile, language, to));
                break;
            case "docx":
                WholeFile.Write(path, to => ProfileDocument.Write(profile, language, to));
                break;
            case "html":
                WholeFile.Write(path, to => files.WriteHtml(profile, language, wish.Site, to));
                break;
            default:
                Print(profile, language, path, files, printer ?? throw new StatisticsException(ProfilePrinter.Lacking), cancellation);
                break;
        }
    }

    private void Print(Profile profile, Language language, string path, ProfileFiles files, ProfilePrinter printer, CancellationToken cancellation)
    {
        var html = Path.ChangeExtension(path, ".print.html");
        try
        {
            WholeFile.Write(html, to => files.WriteHtml(profile, language, wish.Site, to));
            printer.Print(html, path, PrintLimit, cancellation);
        }
        finally
        {
            File.Delete(html);
        }
    }

    private int Report()
    {
        terminal.WriteLine(new($"{written} documentos escritos en {wish.Folder}.", $"{written} documents written to {wish.Folder}.", $"{written} documents écrits dans {wish.Folder}."));
        if (failures.Count == 0)
            return 0;
        Console.Error.WriteLine(terminal.Say($"{failures.Count} documentos fallaron:", $"{failures.Count} documents failed:", $"{failures.Count} documents ont échoué :"));
        foreach (var (name, why) in failures)
            Console.Error.WriteLine($"  {name}: {terminal.Say(why)}");
        return 1;
    }
}
