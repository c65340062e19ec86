using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Remittances;
using Periplo.Sdmx;
using Periplo.Web.Views;

namespace Periplo.Web.Remittances;

/// <summary>The bilateral matrix of a year: its ranges by corridor, in the addresses of one language. Made for one request.</summary>
public sealed class MatrixViews(Site site, Language language, RemittanceChoice choice)
{
    private const int Drawn = 15;
    private const int Listed = 100;

    /// <summary>The matrices; null when the store has none.</summary>
    public MatrixTable? Matrices => site.Matrices;

    /// <summary>The corridors with the most money.</summary>
    public View? Corridors() => Of(
        RemittanceView.Corridors, Rows, both: true,
        new($"Corredores con más remesas estimadas, {choice.Year}", $"Corridors with the most estimated remittances, {choice.Year}", $"Corridors aux transferts estimés les plus élevés, {choice.Year}"),
        Rows.Count > Listed ? [RemittanceWords.ListedOf.With(Listed, Numbers.In(Rows.Count, NumberStyle.Whole))] : []);

    /// <summary>Whom the country chosen receives from.</summary>
    public View? Senders(Area area) => Of(
        RemittanceView.Senders, [.. Rows.Where(row => row.Receiver == area.Id)], both: false,
        new($"De dónde llegan las remesas de {area.ShortName.Es}, {choice.Year}", $"Where the remittances of {area.ShortName.En} come from, {choice.Year}", $"Origine des transferts reçus, {choice.Year} : {area.ShortName.Fr}"),
        Fallback(area));

    /// <summary>Whom the country chosen sends to.</summary>
    public View? Receivers(Area area) => Of(
        RemittanceView.Receivers, [.. Rows.Where(row => row.Sender == area.Id)], both: false,
        new($"A dónde van las remesas que salen de {area.ShortName.Es}, {choice.Year}", $"Where remittances sent out of {area.ShortName.En} go, {choice.Year}", $"Destination des transferts envoyés, {choice.Year} : {area.ShortName.Fr}"),
        []);

    /// <summary>What has to be said of the receiver: emigrants without an income of the year where they live, and money in no corridor.</summary>
    public IEnumerable<Fact> Facts(Area area)
    {
        if (Matrices is not { } matrices)
            yield break;
        foreach (var (name, value, code, unit, style, words) in new[]
        {
            (RemittanceWords.FallbackHead, matrices.FallbackMigrants(area.Id, choice.Year), MatrixPublication.Fallback, "PS", NumberStyle.Whole, RemittanceWords.FallbackUnit),
            (RemittanceWords.UnsharedHead, matrices.Unshared(area.Id, choice.Year), MatrixPublication.Unshared, "USD", NumberStyle.Compact, RemittanceWords.DollarsShort),
        })
        {
            if (value is { } known)
                yield return new(name, new(known, 'E', Lineage: Lineage(language, matrices, "_T", area.Id, code, choice.Year, unit)), style, TimePeriod.OfYear(choice.Year), Provenance.Short(matrices.Dataset), words);
        }
    }

    /// <summary>Where an estimate came from.</summary>
    internal static string Lineage(Language language, MatrixTable matrices, string sender, string receiver, string code, int year, string unit = "USD") => Addresses.Observation(
        language, matrices.Dataset.Definition.Id, matrices.Dataset.Revision.Id,
        Provenance.Key(matrices.Dataset, ("FREQ", "A"), ("REF_AREA", sender), ("COUNTERPART_AREA", receiver), ("INDICATOR", code), ("UNIT_MEASURE", unit)), TimePeriod.OfYear(year));

    /// <summary>The four amounts of a corridor, each with its lineage.</summary>
    internal static Datum[] Amounts(Language language, MatrixTable matrices, CorridorRange range, int year) =>
    [
        .. new[] { range.Rule1, range.Rule2, range.Rule3, range.Balanced }.Select((amount, method) =>
            new Datum(amount, 'E', Lineage: Lineage(language, matrices, range.Sender, range.Receiver, MatrixPublication.Methods[method], year))),
    ];

    private IReadOnlyList<CorridorRange> Rows => Matrices is { } matrices && matrices.Years.Contains(choice.Year) ? matrices.Of(choice.Year) : [];

    private IReadOnlyList<Text> Fallback(Area area) => Matrices?.FallbackMigrants(area.Id, choice.Year) is { } migrants
        ? [RemittanceWords.Fallback.With(Numbers.In(migrants, NumberStyle.Whole))]
        : [];

    private View? Of(RemittanceView view, IReadOnlyList<CorridorRange> rows, bool both, Text title, IReadOnlyList<Text> notes)
    {
        if (Matrices is not { } matrices || rows.Count == 0)
            return null;
        List<Text> more = [.. notes];
        if (rows.Count > Drawn)
            more.Add(RemittanceWords.DrawnOf.With(Drawn, Numbers.In(Math.Min(rows.Count, both ? Listed : rows.Count), NumberStyle.Whole)));
        var credits = new Credits(RemittanceAddresses.Word(view).En, title, MoneyFigures.Dollars, Provenance.Sources(matrices.Dataset), [.. MatrixWords.Caveats, MatrixWords.Balanced, .. more]);
        var intervals = rows.Where(row => double.IsFinite(row.Low) && double.IsFinite(row.High)).Take(Drawn).Select(row => new Interval(NameOf(row, view), row.Low, row.High, row.Rule3, double.IsFinite(row.Balanced) ? row.Balanced : null)
        {
            Href = RemittanceAddresses.Corridor(language, row.Sender, row.Receiver),
        }).ToList();
        return new(to => RemittanceAddresses.View(to, view), (both ? choice with { Country = null } : choice).Query, Draw(credits, 760))
        {
            Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth),
        };

        Figure Draw(Credits papers, double width) => IntervalBars.Draw(papers, intervals, new(RemittanceWords.Marks, NumberStyle.Compact, Table, width), site.Font);

        FigureTable Table() => new(
            [
                .. view == RemittanceView.Receivers ? [] : new TableColumn[] { new(RemittanceWords.Sender) },
                .. view == RemittanceView.Senders ? [] : new TableColumn[] { new(RemittanceWords.Receiver) },
                .. RemittanceWords.Rules.Select(rule => new TableColumn(rule, MoneyFigures.Dollars, NumberStyle.Whole)),
                new(RemittanceWords.IncomeRemark),
            ],
            [.. rows.Take(both ? Listed : rows.Count).Select(row => (Cell[])
            [
                .. Ends(row, view), .. Amounts(language, matrices, row, choice.Year).Select(Cell.Of),
                Cell.Of(RemittanceWords.Remark(row.Remark)),
            ])]);
    }

    private IEnumerable<Cell> Ends(CorridorRange row, RemittanceView view)
    {
        var address = RemittanceAddresses.Corridor(language, row.Sender, row.Receiver);
        if (view != RemittanceView.Receivers)
            yield return Cell.Of(site.Areas[row.Sender].ShortName, address);
        if (view != RemittanceView.Senders)
            yield return Cell.Of(site.Areas[row.Receiver].ShortName, view == RemittanceView.Receivers ? address : null);
    }

    private Text NameOf(CorridorRange row, RemittanceView view) => view switch
    {
        RemittanceView.Senders => site.Areas[row.Sender].ShortName,
        RemittanceView.Receivers => site.Areas[row.Receiver].ShortName,
        _ => Text.Same("{0} → {1}").With(site.Areas[row.Sender].ShortName, site.Areas[row.Receiver].ShortName),
    };
}
