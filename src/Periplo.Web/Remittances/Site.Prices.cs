using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web;

/// <summary>A revision of prices: its corridors and its rounds.</summary>
/// <param name="Table">Prices by corridor and round.</param>
/// <param name="Rounds">The components of SDG 10.c.1, round by round.</param>
public sealed record PriceRevision(PriceTable Table, IReadOnlyList<PriceRound> Rounds);

/// <content>Remittances: what is made of the revisions held, once for each state of the store.</content>
public sealed partial class Site
{
    private RemittanceRead? remittanceRead;

    /// <summary>The bilateral matrices of the latest estimate; null when the store has none.</summary>
    public MatrixTable? Matrices => Read().Matrices;

    /// <summary>
    /// Every revision of prices, latest first: the one that is published as averages reaches to later rounds, and the one
    /// made of quotes has SmaRT. They stand side by side and are never mixed.
    /// </summary>
    public IReadOnlyList<PriceRevision> Prices => Read().Prices;

    /// <summary>The revision that has a round; the latest where several have it.</summary>
    public PriceRevision? PricesOf(TimePeriod round) => Prices.FirstOrDefault(revision => revision.Table.Rounds.Contains(round));

    private RemittanceRead Read()
    {
        var parts = Installation.Parts();
        if (remittanceRead is { } known && ReferenceEquals(known.Parts, parts))
            return known;
        // Two requests may make it at once; both make the same.
        var matrices = Installation.RemittanceMatrices();
        var definition = Installation.Definitions.RemittancePrices;
        PriceRevision[] prices =
        [
            .. Installation.Revisions(definition).Select(revision => Installation.Dataset(definition, revision))
                .Select(dataset => new PriceRevision(new(dataset), PriceRound.Of(dataset, matrices))).OrderByDescending(one => one.Table.Rounds.Count == 0 ? default : one.Table.Rounds[^1]),
        ];
        return remittanceRead = new(parts, matrices, prices);
    }

    /// <summary>What was made and the catalogue it was made of; a class, so that it is put in place at once.</summary>
    private sealed record RemittanceRead(IReadOnlyList<Part> Parts, MatrixTable? Matrices, IReadOnlyList<PriceRevision> Prices);
}
