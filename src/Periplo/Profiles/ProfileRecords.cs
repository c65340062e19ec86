using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>What the registers say of an area, as tables: instruments, processes, offices, commitments, projects.</summary>
internal sealed class ProfileRecords(ProfileMaterial material, ProfileLinks links, Area area, DateOnly cutoff)
{
    private readonly IReadOnlyList<string> members = area.IsLeaf ? [area.Id] : [.. area.Parts];

    /// <summary>The tables of a section; one that would be empty is left out, for a gap note says what is missing.</summary>
    public IEnumerable<TableBlock> Of(SectionKind section)
    {
        TableBlock[] tables = section switch
        {
            SectionKind.Governance => [Instruments(), Processes(), Offices()],
            SectionKind.Commitments => [Commitments(), Projects()],
            _ => [],
        };
        return tables.Where(table => table.Table.Rows.Count > 0);
    }

    private TableBlock Instruments()
    {
        var treaties = material.Cooperation.Treaties;
        var standing = area.IsLeaf ? new Text("Situación", "Standing", "Situation") : new("Miembros que son parte", "Members that are parties", "Membres qui sont parties");
        var rows = treaties.Instruments.Select(instrument => new[]
        {
            Cell.Of(instrument.Name, links.Record("instruments", instrument.Id)),
            Cell.Of(instrument.Adopted is { } adopted ? DateWords.In(adopted) : Numbers.Missing),
            Cell.Of(area.IsLeaf ? treaties.Cell(instrument, area.Id).Words : CountWords(treaties.Count(instrument, members))),
        });
        return new(
            "instruments", new("Instrumentos internacionales", "International instruments", "Instruments internationaux"),
            new([new(new("Instrumento", "Instrument", "Instrument")), new(new("Adopción", "Adopted", "Adoption")), new(standing)], [.. rows]),
            new(
                "Cada lista es de su fecha: que no nombre a un Estado no dice que hoy no sea parte.",
                "Each list is of its date: that it does not name a State does not say that it is no party today.",
                "Chaque liste est datée : qu’elle ne nomme pas un État ne signifie pas qu’il n’est pas partie aujourd’hui."));
    }

    private TableBlock Processes()
    {
        var rows = members.SelectMany(member => material.Cooperation.Memberships.Of(member)).Where(one => one.On(cutoff) != false)
            .GroupBy(one => (one.Process, one.Role)).OrderBy(group => Memberships.Order(group.Key.Role)).ThenBy(group => group.Key.Process, StringComparer.Ordinal)
            .Select(group =>
            {
                var first = group.First();
                var record = material.Cooperation.Find("memberships", first.Id);
                var since = first.Active.From ?? first.Stated;
                return new[]
                {
                    Cell.Of(material.Cooperation.Find("processes", first.Process)?.Title ?? Text.Same(first.Process), links.Record("processes", first.Process)),
                    Cell.Of(area.IsLeaf ? record?.Meaning("role") ?? Text.Same(first.Role) : Counted(record?.Meaning("role") ?? Text.Same(first.Role), group.Select(one => one.Area).Distinct().Count())),
                    Cell.Of(since is { } date ? DateWords.In(date) : Numbers.Missing),
                    Cell.Of(record?.Meaning("confidence") ?? Text.Same(first.Confidence)),
                };
            });
        return new(
            "processes", new("Procesos regionales y foros", "Regional processes and forums", "Processus régionaux et forums"),
            new([new(new("Proceso", "Process", "Processus")), new(new("Calidad", "Role", "Qualité")), new(new("Desde, o consta desde", "Since, or stated since", "Depuis, ou attesté depuis")), new(new("Certeza", "Certainty", "Certitude"))], [.. rows]));
    }

    private TableBlock Offices()
    {
        var rows = members.SelectMany(member => material.Cooperation.FocalPointsOf(member)).Where(record => record.Interval("active").On(cutoff) != false).Select(record => new[]
        {
            Cell.Of(record.Title, links.Record("focal-points", record.Id)),
            Cell.Of(record.Filled("process") is { } process ? material.Cooperation.Find("processes", process)?.Title ?? Text.Same(process) : Numbers.Missing),
        });
        return new(
            "focal-points", new("Oficinas que responden", "Offices that answer", "Services qui répondent"),
            new([new(new("Oficina", "Office", "Service")), new(new("Proceso", "Process", "Processus"))], [.. rows]));
    }

    private TableBlock Commitments()
    {
        var named = members.Append(area.Id).ToHashSet();
        var rows = material.Dossier.Commitments.Where(commitment => commitment.Areas.Any(named.Contains) && commitment.IsMadeBy(cutoff)).Select(commitment => new[]
        {
            Cell.Of(commitment.Name, links.Record("commitments", commitment.Id)),
            Cell.Of(commitment.Plan.Name, links.Record("plans", commitment.Plan.Id)),
            Cell.Of(commitment.Deadline is { } deadline ? DateWords.In(deadline) : new("sin plazo", "no deadline", "sans échéance")),
            Cell.Of(Standing.Of(commitment, cutoff).Status.Name()),
        });
        return new(
            "commitments", new("Compromisos que nombran a esta área", "Commitments that name this area", "Engagements qui nomment cette zone"),
            new([new(new("Compromiso", "Commitment", "Engagement")), new(new("Plan", "Plan", "Plan")), new(new("Plazo", "Deadline", "Échéance")), new(new("Situación", "Status", "Situation"))], [.. rows]));
    }

    private TableBlock Projects()
    {
        var named = members.Append(area.Id).ToHashSet();
        var rows = material.Dossier.Portfolio.Projects.Where(project => project.Areas.Any(named.Contains)).Select(project => new[]
        {
            Cell.Of(project.Name, links.Record("projects", project.Id)),
            Cell.Of(Text.Same(project.Portfolio)),
            Cell.Of(project.Implementer ?? Numbers.Missing),
            Cell.Of(project.Amount is { } amount ? Numbers.In((double)amount.Value, NumberStyle.Whole) is var number ? new Text($"{number.Es} {amount.Currency}", $"{number.En} {amount.Currency}", $"{number.Fr} {amount.Currency}") : number : Numbers.Missing),
        });
        return new(
            "projects", new("Proyectos que nombran a esta área", "Projects that name this area", "Projets qui nomment cette zone"),
            new([new(new("Proyecto", "Project", "Projet")), new(new("Cartera", "Portfolio", "Portefeuille")), new(new("Quién ejecuta", "Implementer", "Exécutant")), new(new("Presupuesto", "Budget", "Budget"))], [.. rows]),
            new("Donde el documento no da el presupuesto, falta: no es cero.", "Where the document gives no budget it is missing, not zero.", "Lorsque le document ne donne pas le budget, il manque : il n’est pas nul."));
    }

    private static Text CountWords(TreatyCount? count) => count is not { } known
        ? new("no hay lista", "no list held", "aucune liste disponible")
        : new($"{known.Parties} de {known.Areas}", $"{known.Parties} of {known.Areas}", $"{known.Parties} sur {known.Areas}");

    private static Text Counted(Text role, int count) => new($"{role.Es} ({count})", $"{role.En} ({count})", $"{role.Fr} ({count})");
}
