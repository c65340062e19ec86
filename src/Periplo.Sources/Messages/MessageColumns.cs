using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>Where a dimension or attribute of ours comes from in a message.</summary>
/// <param name="Dimension">Position of the dimension of the message; -1.</param>
/// <param name="Attribute">Position of its attribute; -1.</param>
/// <param name="Constant">The code for all figures, or null.</param>
internal readonly record struct MessageColumn(int Dimension, int Attribute, string? Constant)
{
    /// <summary>From nowhere.</summary>
    public static readonly MessageColumn Nowhere = new(-1, -1, null);

    /// <summary>True when the message or the mapping gives it.</summary>
    public bool IsGiven => Dimension >= 0 || Attribute >= 0 || Constant is not null;
}

/// <summary>The dimensions and attributes of a dataset in the components of a message's structure.</summary>
internal sealed class MessageColumns
{
    /// <summary>Finds every component of ours, and refuses what would be lost or doubled.</summary>
    /// <param name="file">The message, for refusals.</param>
    /// <param name="mapping">What the user says.</param>
    /// <param name="definition">The dataset.</param>
    /// <param name="structure">The structure of the message.</param>
    /// <param name="areas">The areas.</param>
    /// <exception cref="InputException">A dimension of ours comes from nowhere, or one of the message goes nowhere.</exception>
    public MessageColumns(string file, MessageMapping mapping, DatasetDefinition definition, DataStructure structure, AreaRegistry areas)
    {
        var dimensions = definition.Structure.Dimensions;
        foreach (var component in mapping.Components.Keys.Concat(mapping.Only.Keys))
        {
            if (structure.Position(component) < 0 && !structure.Attributes.Any(one => one.Id == component))
                throw new InputException(file, null, NoComponent(component, structure));
        }

        var used = new HashSet<string>();
        Dimensions = [.. dimensions.Select(dimension => Find(dimension.Id, mapping, structure, used))];
        Codes = [.. dimensions.Select(dimension => new MessageCodes(dimension.Id, dimension.CodeList, mapping, MessageMapping.IsArea(dimension) ? areas : null))];
        for (var d = 0; d < dimensions.Count; d++)
        {
            if (!Dimensions[d].IsGiven)
                throw new InputException(file, null, Missing(dimensions[d], structure));
        }

        Status = Find("OBS_STATUS", mapping, structure, used);
        Multiplier = Find("UNIT_MULT", mapping, structure, used);
        DataType = Find("DATA_TYPE", mapping, structure, used);
        Comment = Find("COMMENT_OBS", mapping, structure, used);
        StatusCodes = new("OBS_STATUS", definition.Structure.Attributes[0].CodeList!, mapping, null);
        MultiplierCodes = new("UNIT_MULT", definition.Structure.Attributes[1].CodeList!, mapping, null);
        DataTypeCodes = new("DATA_TYPE", definition.Structure.Attributes[2].CodeList!, mapping, null);
        Only =
        [
            .. mapping.Only.Select(pair => (structure.Position(pair.Key), structure.Attributes.ToList().FindIndex(one => one.Id == pair.Key), pair.Value)),
        ];
        foreach (var dimension in structure.Dimensions)
        {
            if (!used.Contains(dimension.Id) && mapping.Components.GetValueOrDefault(dimension.Id) != MessageMapping.Ignored)
                throw new InputException(file, null, Unmapped(dimension.Id, dimension.Concept.Name.In("es"), dimension.Concept.Name.In("en"), dimension.Concept.Name.In("fr")));
        }

        LeftOut = [.. structure.Attributes.Select(one => one.Id).Where(id => !used.Contains(id))];
    }

    /// <summary>Where each dimension of ours comes from.</summary>
    public IReadOnlyList<MessageColumn> Dimensions { get; }

    /// <summary>Codes of each dimension of ours.</summary>
    public IReadOnlyList<MessageCodes> Codes { get; }

    public MessageColumn Status { get; }

    public MessageColumn Multiplier { get; }

    public MessageColumn DataType { get; }

    public MessageColumn Comment { get; }

    public MessageCodes StatusCodes { get; }

    public MessageCodes MultiplierCodes { get; }

    public MessageCodes DataTypeCodes { get; }

    /// <summary>Components of the message of which only some codes are taken: position among its dimensions, or among its attributes, and the codes.</summary>
    public IReadOnlyList<(int Dimension, int Attribute, IReadOnlySet<string> Codes)> Only { get; }

    /// <summary>Attributes of the message that have no place in ours.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    private static MessageColumn Find(string id, MessageMapping mapping, DataStructure structure, HashSet<string> used)
    {
        if (mapping.Constants.TryGetValue(id, out var constant))
            return new(-1, -1, constant);
        var from = mapping.Components.FirstOrDefault(pair => pair.Value == id).Key ?? Named(id, mapping, structure);
        if (from is null)
            return MessageColumn.Nowhere;
        used.Add(from);
        var dimension = structure.Position(from);
        return dimension >= 0 ? new(dimension, -1, null) : new(-1, structure.Attributes.ToList().FindIndex(one => one.Id == from), null);
    }

    /// <summary>A component of the message that has our name, in capitals or not, and that the mapping does not send elsewhere.</summary>
    private static string? Named(string id, MessageMapping mapping, DataStructure structure) =>
        structure.Dimensions.Select(one => one.Id).Concat(structure.Attributes.Select(one => one.Id))
            .FirstOrDefault(one => string.Equals(one, id, StringComparison.OrdinalIgnoreCase) && !mapping.Components.ContainsKey(one));

    private static Text NoComponent(string component, DataStructure structure)
    {
        var known = string.Join(", ", structure.Dimensions.Select(one => one.Id).Concat(structure.Attributes.Select(one => one.Id)).Take(20));
        return new(
            $"el mapeo nombra el componente «{Refusals.Shown(component)}», que la estructura {structure.Id} del mensaje no tiene; tiene: {known}.",
            $"the mapping names component `{Refusals.Shown(component)}`, which the structure {structure.Id} of the message does not have; it has: {known}.",
            $"le mappage nomme le composant « {Refusals.Shown(component)} », que la structure {structure.Id} du message n’a pas ; elle a : {known}.");
    }

    private static Text Missing(Dimension dimension, DataStructure structure)
    {
        var example = dimension.CodeList.Position("_T") >= 0 ? "_T" : "A";
        return new(
            $"la estructura {structure.Id} del mensaje no da {dimension.Id}: dé en el mapeo, bajo components, el componente que lo es, o escriba bajo constants, por ejemplo, «{dimension.Id}: {example}».",
            $"the structure {structure.Id} of the message does not give {dimension.Id}: name in the mapping, under components, the component that it is, or write under constants, for example, `{dimension.Id}: {example}`.",
            $"la structure {structure.Id} du message ne donne pas {dimension.Id} : nommez dans le mappage, sous components, le composant qui l’est, ou écrivez sous constants, par exemple, « {dimension.Id}: {example} ».");
    }

    private static Text Unmapped(string id, string es, string en, string fr) => new(
        $"el mapeo no dice qué es la dimensión {id} ({es}) del mensaje; añádala bajo components, aunque sea como «ignored»: si no, divide las cifras sin que se note.",
        $"the mapping does not say what dimension {id} ({en}) of the message is; add it under components, if only as `ignored`: else it splits the figures unseen.",
        $"le mappage ne dit pas ce qu’est la dimension {id} ({fr}) du message ; ajoutez-la sous components, ne serait-ce que comme « ignored » : sinon elle divise les chiffres sans qu’on le voie.");
}
