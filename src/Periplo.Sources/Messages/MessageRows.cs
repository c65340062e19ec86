using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>Passes over the observations of a message and turns each into a change of figures of ours.</summary>
/// <param name="file">The message, for refusals.</param>
/// <param name="reader">Its observations.</param>
/// <param name="target">Which dataset a flow becomes, and by which columns.</param>
/// <param name="areas">The areas.</param>
/// <param name="format">Its format: Append only adds in those of SDMX 3.0, and changes what is held too in those of 2.1.</param>
/// <param name="isWhole">True where the message is all there is: nothing held matters, deletions say nothing.</param>
/// <param name="splits">True where the revision that observations name is theirs.</param>
internal sealed partial class MessageRows(
    string file, DataReader reader, Func<Dataflow, (DatasetDefinition Definition, MessageMapping Mapping)> target, AreaRegistry areas, DataFormat format, bool isWhole, bool splits)
{
    private const int CheckpointRows = 4096;

    private readonly Dictionary<AttributeSet, AttributeSet> sets = [];
    private readonly MessageFaults faults = new();
    private readonly HashSet<string> leftOut = [];
    private DatasetDefinition definition = null!;
    private Dataflow? flow;
    private MessageColumns columns = null!;
    private readonly Dictionary<string, MessagePapers> revisions = [];
    private MessagePapers? current;
    private string? lastRevision;
    private int[] papers = [];
    private string?[] codes = [];
    private string? lastMeasure;
    private bool lastMayBeNegative;
    private int measure;
    private int frequency;
    private AttributeSet lastSet = AttributeSet.Units;
    private bool isUnknown;

    /// <summary>What is wrong.</summary>
    public MessageFaults Faults => faults;

    /// <summary>The dataset; null for a message without observations.</summary>
    public DatasetDefinition? Definition => flow is null ? null : definition;

    /// <summary>The flow of the first observation; null for a message without any.</summary>
    public Dataflow? Flow { get; private set; }

    /// <summary>The changes by revision, those that say none among them.</summary>
    public IReadOnlyCollection<MessagePapers> Revisions => revisions.Values;

    /// <summary>Observations passed over, those left out among them.</summary>
    public long Count { get; private set; }

    /// <summary>Attributes of the message that have no place in ours.</summary>
    public IReadOnlyCollection<string> LeftOut => leftOut;

    /// <summary>Reads them all.</summary>
    /// <param name="checkpoint">Called now and then: tells progress, stops the work.</param>
    /// <exception cref="SdmxFormatException">The message does not follow its format.</exception>
    /// <exception cref="InputException">Its structure is not that of the mapping.</exception>
    public void Read(Action checkpoint)
    {
        reader.Rejected = faults.Add;
        // What we do not keep need not be there.
        reader.RequiresAttributes = false;
        while (reader.Read())
        {
            if (Count++ % CheckpointRows == 0)
                checkpoint();
            if (!ReferenceEquals(reader.Dataflow, flow) && !Begin(reader.Dataflow))
                continue;
            if (IsWanted())
                Add();
        }
    }

    /// <summary>Begins figures of a flow; false when it is of another dataset than those before.</summary>
    private bool Begin(Dataflow begun)
    {
        var (dataset, mapping) = target(begun);
        if (flow is not null && dataset != definition)
        {
            Fault(MessageRules.SeveralFlows, new(
                $"el mensaje trae también {begun.Id}, que es otro conjunto de datos; impórtelo por separado.",
                $"the message brings {begun.Id} too, which is another dataset; import it by itself.",
                $"le message apporte aussi {begun.Id}, qui est un autre jeu de données ; importez-le à part."));
            return false;
        }

        (flow, definition) = (begun, dataset);
        columns = new(file, mapping, dataset, begun.Structure, areas);
        Flow ??= begun;
        papers = [.. SdmxMessages.PaperAttributes.Select(id => begun.Structure.Attributes.ToList().FindIndex(one => one.Id == id))];
        (current, lastRevision) = (null, null);
        codes = new string?[dataset.Structure.Dimensions.Count];
        (measure, frequency) = (dataset.Dimension(dataset.MeasureDimension), dataset.Structure.Position("FREQ"));
        leftOut.UnionWith(columns.LeftOut);
        return true;
    }

    private bool IsWanted()
    {
        foreach (var (dimension, attribute, wanted) in columns.Only)
        {
            var given = dimension >= 0 ? reader.Code(dimension) : reader.Attribute(attribute);
            // A dimension that a deletion leaves open fits what is wanted too.
            if (string.IsNullOrEmpty(given) ? dimension < 0 : !wanted.Contains(given))
                return false;
        }

        return true;
    }

    private void Add()
    {
        var isRemoval = reader.Action == DataAction.Delete;
        if (isRemoval && isWhole)
            return;
        TimePeriod? time = reader.HasTime ? reader.Time : null;
        if (time is { } period && !TableRows.IsYear(period.Year))
        {
            Fault(MessageRules.WrongPeriod, Refusals.NotYear($"{period}"));
            return;
        }

        if (!SetCodes(time, isRemoval) || !CheckFrequency(time) || Attributes(time) is not { } given)
            return;
        var (status, set, parts) = given;
        var value = reader.Value;
        // Only separated values tell a value that is not there from one that is not spoken of.
        if (reader.HasValue && (!double.IsNaN(value) || format == DataFormat.Csv2))
            parts |= FigureParts.Value;
        if (isRemoval)
        {
            Change(new(FigureAction.Remove, time, RemovedParts(parts), double.NaN, ObservationStatus.O, AttributeSet.Units, Row, reader.DataSets));
            return;
        }

        if (time is null || !CheckValue(value))
            return;
        var action = isWhole ? FigureAction.Put : reader.Action switch
        {
            DataAction.Append when format is DataFormat.Csv2 or DataFormat.Json2 => FigureAction.Add,
            DataAction.Append or DataAction.Merge => FigureAction.Merge,
            _ => FigureAction.Put,
        };
        if (action != FigureAction.Merge && !double.IsNaN(value) && status.IsMissing())
        {
            Fault(MessageRules.ValueOfMissing, MessageRules.MissingStatus);
            return;
        }

        // A figure that is not there and does not say why is missing.
        if (action != FigureAction.Merge && double.IsNaN(value) && !status.IsMissing())
            status = ObservationStatus.O;
        Change(new(action, time, parts, value, status, set, Row, reader.DataSets));
    }

    private SourceRow Row => SourceRow.Line(reader.Line);

    private void Change(FigureChange change)
    {
        var other = papers[4] >= 0 ? reader.Attribute(papers[4]) : null;
        var said = !splits ? "" : other ?? (papers[3] >= 0 ? reader.Attribute(papers[3]) ?? "" : "");
        if (current is null || !ReferenceEquals(said, lastRevision))
        {
            lastRevision = said;
            var id = other is null ? said : RevisionOf(other);
            if (!revisions.TryGetValue(id, out current))
                revisions.Add(id, current = new(definition, id));
        }

        for (var i = 0; i < 3; i++)
        {
            // How a figure of another publication than its series was made is not said.
            var paper = other is null ? papers[i] : i == 0 ? papers[4] : -1;
            if (paper >= 0)
                current.Note(i, reader.Attribute(paper), reader.Structure.Attributes[paper].CodeList);
        }

        try
        {
            current.Changes.Add(codes, change);
        }
        catch (InvalidOperationException e)
        {
            throw new InputException(file, null, Refusals.TooManyFigures, e);
        }
    }

    /// <summary>The revision that the code of a publication stands for: <c>UNDESA@2024</c>, or <c>UNDESA@2024@2</c> for one of its files.</summary>
    private static string RevisionOf(string publication) => publication.Split('@') is [var source, var release, ..] ? $"{source}.{release}" : "";

    /// <summary>Sets the codes of the observation; false when it is left out or has one that none of ours stands for.</summary>
    private bool SetCodes(TimePeriod? time, bool isRemoval)
    {
        for (var d = 0; d < codes.Length; d++)
        {
            var column = columns.Dimensions[d];
            if (column.Constant is { } constant)
            {
                codes[d] = constant;
                continue;
            }

            var given = column.Dimension >= 0 ? reader.Code(column.Dimension) : reader.Attribute(column.Attribute);
            if (string.IsNullOrEmpty(given))
            {
                if (!isRemoval)
                    return Fault(DataRules.MissingDimension, new($"falta {Id(d)}.", $"{Id(d)} is missing.", $"{Id(d)} manque."));
                codes[d] = null;
                continue;
            }

            if (!columns.Codes[d].TryFind(given, time, out var known))
                return Fault(MessageRules.NotMapped, NotMapped(Id(d), given));
            if (known is null)
                return false;
            codes[d] = known;
        }

        return true;
    }

    private string Id(int dimension) => definition.Structure.Dimensions[dimension].Id;

    private bool CheckFrequency(TimePeriod? time)
    {
        if (time is not { } period || frequency < 0 || codes[frequency] is not { Length: 1 } held || held[0] == period.Frequency || held == "N")
            return true;
        return Fault(MessageRules.WrongPeriod, new(
            $"el periodo {period} no es de frecuencia {held} sino {period.Frequency}.", $"the period {period} is not of frequency {held} but {period.Frequency}.", $"la période {period} n’est pas de fréquence {held} mais {period.Frequency}."));
    }

    private bool CheckValue(double value)
    {
        if (Math.Abs(value) > TableRows.Largest)
            return Fault(MessageRules.TooGreat, Refusals.TooLarge($"{value}"));
        if (value < 0 && !MayBeNegative())
            return Fault(MessageRules.Negative, Refusals.Negative($"{value}"));
        return true;
    }

    private bool MayBeNegative()
    {
        if (codes[measure] != lastMeasure)
            (lastMeasure, lastMayBeNegative) = (codes[measure], Figures.MayBeNegative(definition, codes[measure]!));
        return lastMayBeNegative;
    }

    private static Text NotMapped(string id, string given) => new(
        $"{id}: ningún código nuestro corresponde a «{Refusals.Shown(given)}»; dígalo en el mapeo, bajo codes, o déjelo fuera con «ignored».",
        $"{id}: no code of ours stands for \"{Refusals.Shown(given)}\"; say it in the mapping, under codes, or leave it out with `ignored`.",
        $"{id} : aucun code de chez nous ne correspond à « {Refusals.Shown(given)} » ; dites-le dans le mappage, sous codes, ou laissez-le de côté par « ignored ».");

    private bool Fault(string rule, Text words)
    {
        faults.Add(new MessageFault(rule, words, reader.Line, Key()));
        return false;
    }

    /// <summary>The key as the message gives it.</summary>
    private string Key()
    {
        var parts = new List<string>();
        for (var d = 0; d < reader.Structure.Dimensions.Count; d++)
            parts.Add(reader.Code(d));
        if (reader.HasTime)
            parts.Add($"{reader.Time}");
        return string.Join('.', parts);
    }
}
