using Periplo.Languages;

namespace Periplo.Cooperation;

/// <summary>The links from a promise to what can be counted.</summary>
public enum ChainLink
{
    /// <summary>The promise itself: date, deadline, measure.</summary>
    Commitment,

    /// <summary>What is done for it.</summary>
    Actions,

    /// <summary>What shows it.</summary>
    Evidence,

    /// <summary>What pays for it.</summary>
    Money,

    /// <summary>The figure that follows it.</summary>
    Trend,
}

/// <summary>Something that the chain lacks, as a sentence.</summary>
/// <param name="Link">Which link.</param>
/// <param name="Says">What is missing.</param>
public sealed record MissingLink(ChainLink Link, Text Says);

/// <summary>From plan and commitment over actions, evidence and money to the trend of a figure, on a date.</summary>
/// <param name="Standing">The commitment and its status.</param>
/// <param name="Trend">The figure that follows it, or null.</param>
/// <param name="TrendFault">Why a figure that is named cannot be shown, or null.</param>
public sealed record Chain(Standing Standing, Trend? Trend, Text? TrendFault)
{
    /// <summary>Said under every trend.</summary>
    public static Text TrendCaution { get; } = new(
        "La curva está al lado, no detrás: que la cifra suba o baje no prueba que este compromiso sea la causa.",
        "The curve stands beside the commitment, not behind it: that the figure rises or falls does not prove that this commitment is the cause.",
        "La courbe est à côté, non derrière : que le chiffre monte ou baisse ne prouve pas que cet engagement en soit la cause.");

    /// <summary>The commitment.</summary>
    public Commitment Commitment => Standing.Commitment;

    /// <summary>The amounts of its funds and projects, each fund and project once, by currency.</summary>
    public MoneySums Money => MoneyOf(Commitment.Allocations);

    /// <summary>Whether nothing of actions, evidence, money and trend is missing.</summary>
    public bool IsComplete => Commitment.Actions.Count > 0 && Commitment.Evidence.Count > 0 && Commitment.Allocations.Count > 0 && Trend is not null;

    /// <summary>What is missing, link by link.</summary>
    public IReadOnlyList<MissingLink> Missing
    {
        get
        {
            var missing = new List<MissingLink>();
            void Add(bool isMissing, ChainLink link, Text what)
            {
                if (isMissing)
                    missing.Add(new(link, what));
            }

            var all = Commitment;
            Add(all.Made is null, ChainLink.Commitment, new("No consta cuándo se hizo.", "When it was made is not on record.", "La date à laquelle il a été pris n’est pas consignée."));
            Add(all.Deadline is null, ChainLink.Commitment, new("No consta un plazo: no se puede calcular si va con retraso.", "No deadline is on record: whether it is late cannot be worked out.", "Aucune échéance n’est consignée : on ne peut pas calculer s’il est en retard."));
            Add(!all.IsMeasurable, ChainLink.Commitment, new("Tal como se prometió no se puede medir.", "As promised, it cannot be measured.", "Tel qu’il a été promis, il ne peut pas être mesuré."));
            Add(all.IsMeasurable && all.Target is null, ChainLink.Commitment, new("No consta una meta en cifras.", "No target in figures is on record.", "Aucun objectif chiffré n’est consigné."));
            Add(all.Actions.Count == 0, ChainLink.Actions, new("No hay ninguna acción registrada. Eso no significa que no se haya hecho nada.", "No action is on record. That does not mean that nothing was done.", "Aucune action n’est enregistrée. Cela ne signifie pas que rien n’a été fait."));
            Add(all.Evidence.Count == 0, ChainLink.Evidence, new("No hay ninguna evidencia registrada.", "No evidence is on record.", "Aucun élément de preuve n’est enregistré."));
            Add(all.Evidence.Count > 0 && all.Evidence.All(one => one.Strength.Id == "statement"), ChainLink.Evidence, new("Las evidencias son solo afirmaciones: ningún documento ni medida.", "The evidence is statements only: no document and no measurement.", "Les éléments de preuve ne sont que des affirmations : aucun document ni mesure."));
            Add(all.Allocations.Count == 0, ChainLink.Money, new("Ningún documento dice qué dinero lo paga.", "No document says what money pays for it.", "Aucun document ne dit quel argent le paie."));
            Add(all.Allocations.Count > 0 && Money.Sums.Count == 0, ChainLink.Money, new("Se sabe qué lo paga, pero no con cuánto.", "What pays for it is known, but not how much.", "On sait ce qui le paie, mais pas avec combien."));
            Add(all.Allocations.Any(one => one.Share is null), ChainLink.Money, new("No consta qué parte del dinero le toca.", "What part of the money is for it is not on record.", "La part de l’argent qui lui revient n’est pas consignée."));
            if (TrendFault is not null)
                missing.Add(new(ChainLink.Trend, new($"La cifra que lo sigue no se puede mostrar: {TrendFault.Es}", $"The figure that follows it cannot be shown: {TrendFault.En}", $"Le chiffre qui le suit ne peut pas être montré : {TrendFault.Fr}")));
            else
                Add(Trend is null, ChainLink.Trend, new("Ninguna serie de los conjuntos de datos lo sigue.", "No series of the datasets follows it.", "Aucune série des jeux de données ne le suit."));
            return missing;
        }
    }

    internal static MoneySums MoneyOf(IEnumerable<Allocation> allocations)
    {
        var amounts = new Dictionary<string, Money?>();
        foreach (var one in allocations)
        {
            // A project that a named fund pays would count the same money twice.
            if (one.Fund is { } fund)
                amounts[$"fund {fund.Id}"] = fund.Amount;
            else if (one.Project is { } project)
                amounts[$"project {project.Id}"] = project.Amount;
        }

        return MoneySums.Of([.. amounts.Values]);
    }
}

/// <summary>What a secretariat can publish of one plan: commitments, status with its denominator, evidence, money, and what is missing.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="On">Date of the report.</param>
/// <param name="Chains">Its commitments.</param>
public sealed record ActionReport(Plan Plan, DateOnly On, IReadOnlyList<Chain> Chains)
{
    /// <summary>Status of the commitments.</summary>
    public StatusTally Tally => new([.. Chains.Select(chain => chain.Standing)]);

    /// <summary>The deadlines that have passed.</summary>
    public Overdue Overdue => Overdue.Of(Chains.Select(chain => chain.Commitment), On);

    /// <summary>Money of all commitments, each fund and project once.</summary>
    public MoneySums Money => Chain.MoneyOf(Chains.SelectMany(chain => chain.Commitment.Allocations));

    /// <summary>How many of the commitments have something in a link.</summary>
    public int With(ChainLink link) => Chains.Count(chain => link switch
    {
        ChainLink.Actions => chain.Commitment.Actions.Count > 0,
        ChainLink.Evidence => chain.Commitment.Evidence.Count > 0,
        ChainLink.Money => chain.Commitment.Allocations.Count > 0,
        ChainLink.Trend => chain.Trend is not null,
        _ => chain.Commitment.Deadline is not null,
    });
}
