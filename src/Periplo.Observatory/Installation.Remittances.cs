using System.Security.Cryptography;
using System.Text;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Estimates of who sends money to whom, and the prices of sending it.</summary>
public sealed partial class Installation
{
    private const string MatrixMaker = "remittance-matrix 1";

    private bool CanEstimateRemittances => MatrixStock() is not null && MatrixMoney() is not null;

    private Dataset? MatrixStock() => Latest(sources.Stock, dataset => HasCodes(dataset, "COUNTERPART_AREA", 3));

    private Dataset? MatrixMoney() => Latest(sources.Remittances, dataset => HasCode(dataset, "FLOW_BOP") && HasCode(dataset, "GDP") && HasCode(dataset, "POP"));

    /// <summary>
    /// Estimates the bilateral matrices of every year with inflows, stocks and incomes from the latest revisions held,
    /// and keeps them as a revision of <c>REMITTANCES</c> named after them. The same inputs again change nothing.
    /// </summary>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    /// <exception cref="StatisticsException">The store lacks one of the inputs.</exception>
    /// <exception cref="InputException">The table of closed corridors cannot be taken.</exception>
    public ImportResult EstimateRemittances(CancellationToken cancellation)
    {
        var remittances = sources.Remittances;
        if (MatrixStock() is not { } stock)
            throw Lacks(new("población migrante por origen (STOCK)", "migrant stocks by origin (STOCK)", "l’effectif des migrants par origine (STOCK)"));
        if (MatrixMoney() is not { } money)
            throw Lacks(new("remesas recibidas con PIB y población (REMITTANCES)", "remittances received with GDP and population (REMITTANCES)", "les fonds reçus avec le PIB et la population (REMITTANCES)"));
        var perHead = Latest(remittances, dataset => HasCode(dataset, "GDP_HEAD"));
        var closed = Data.ClosedCorridors(Areas, sources);
        var parameters = Parameters([stock, money, .. perHead is null ? [] : new[] { perHead }], closed);
        var description = Encoding.UTF8.GetBytes(parameters);
        var source = new SourceFile("remittance-matrix", Convert.ToHexStringLower(SHA256.HashData(description)), description.Length);
        if (Store.Parts().FirstOrDefault(part => part.Revision.Dataset == remittances.Id && part.Revision.Source == OwnSource && part.File == source) is { } same)
            return new(same, IsNew: false);

        var observations = MatrixPublication.Of(YearlyInputs.Of(stock, money, perHead, closed, Areas), remittances, cancellation);
        var chunks = ObservationChunk.Cut(observations).ToList();
        using var writer = Store.BeginWrite();
        var release = $"{Short(money.Revision)}_{Short(stock.Revision)}";
        var part = new Part(
            new(remittances.Id, OwnSource, Release(writer.Parts(), remittances, OwnSource, release[..Math.Min(release.Length, 37)])),
            source, MatrixMaker, parameters,
            new(Text.Same("Periplo"), "", "CC BY 4.0", MatrixWords.Method),
            observations.Count, [], [.. MatrixWords.Caveats, MatrixWords.Balanced, Remark],
            [.. stock.Parts.Concat(money.Parts).Concat(perHead?.Parts ?? []).Select(one => one.File)],
            clock.GetUtcNow(), [.. chunks.Select(chunk => chunk.Hash)]);
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(part);
        cancellation.ThrowIfCancellationRequested();
        writer.Commit();
        Forget();
        return new(part, IsNew: true);
    }

    /// <summary>The bilateral matrices held, those of the latest estimate; null when there are none.</summary>
    public MatrixTable? RemittanceMatrices() => Latest(sources.Remittances, MatrixTable.IsIn) is { } dataset ? matrices.Of(dataset, () => new(dataset)) : null;

    /// <summary>Prices of sending money, latest revision; null when the store has none.</summary>
    public PriceTable? RemittancePrices() => Latest(sources.RemittancePrices, _ => true) is { } dataset ? prices.Of(dataset, () => new(dataset)) : null;

    /// <summary>The rounds of the price survey with the components of SDG 10.c.1, weighted by the latest estimate; empty when the store has no prices.</summary>
    public IReadOnlyList<PriceRound> RemittancePriceRounds() =>
        RemittancePrices() is not { } table ? [] : rounds.Of(table.Dataset, RemittanceMatrices()?.Dataset, () => PriceRound.Of(table.Dataset, RemittanceMatrices()));

    private readonly HeldOnce<MatrixTable> matrices = new();
    private readonly HeldOnce<PriceTable> prices = new();
    private readonly HeldOnce<IReadOnlyList<PriceRound>> rounds = new();

    private static Text Remark { get; } = new(
        "La nota de una observación dice qué ingreso no es del año: y_j el de quien envía, y_i el de quien recibe; «none», que no hay ninguno publicado.",
        "The comment of an observation says which income is not of the year: y_j that of the sender, y_i that of the receiver; \"none\", that none is published.",
        "La note d’une observation indique quel revenu n’est pas de l’année : y_j celui du pays d’envoi, y_i celui du pays de réception ; « none », qu’aucun n’est publié.");

    private Dataset? Latest(DatasetDefinition definition, Func<Dataset, bool> fits) =>
        Revisions(definition).Select(revision => Dataset(definition, revision)).FirstOrDefault(fits);

    private static bool HasCode(Dataset dataset, string indicator) => dataset.Observations.Codes[dataset.Definition.Dimension("INDICATOR")].Contains(indicator);

    private static bool HasCodes(Dataset dataset, string dimension, int least) => dataset.Observations.Codes[dataset.Definition.Dimension(dimension)].Length >= least;

    private static string Short(Revision revision) => $"{revision.Source}-{revision.Release}";

    private static string Parameters(IEnumerable<Dataset> inputs, IReadOnlySet<(string Sender, string Receiver)> closed) => string.Join('\n',
    [
        MatrixMaker,
        $"beta {SharingRules.Beta}",
        "income GDP per head, current US dollars; latest published where the year has none; none: as at home",
        "stocks interpolated linearly between the years published",
        $"balancing at most {BalancedMatrix.MostPasses} passes",
        .. inputs.Select(input => $"input {input.Definition.Id} {input.Revision.Id} {input.ContentHash}"),
        .. closed.Select(pair => $"closed {pair.Sender} {pair.Receiver}").Order(StringComparer.Ordinal),
    ]);

    private static StatisticsException Lacks(Text what) => new(new(
        $"Para estimar remesas bilaterales falta en el almacén: {what.Es}. Impórtelo con «periplo import».",
        $"Estimating bilateral remittances takes what the store lacks: {what.En}. Import it with \"periplo import\".",
        $"Pour estimer les envois de fonds bilatéraux, il manque dans le dépôt : {what.Fr}. Importez-le avec « periplo import »."));

    /// <summary>What was last made of a dataset or two, held while they are the same.</summary>
    private sealed class HeldOnce<T>
        where T : class
    {
        // A record, so that threads see it whole.
        private Entry? held;

        public T Of(Dataset first, Func<T> make) => Of(first, null, make);

        public T Of(Dataset first, Dataset? second, Func<T> make)
        {
            if (held is { } known && ReferenceEquals(known.First, first) && ReferenceEquals(known.Second, second))
                return known.Made;
            var made = make();
            held = new(first, second, made);
            return made;
        }

        private sealed record Entry(Dataset First, Dataset? Second, T Made);
    }
}
