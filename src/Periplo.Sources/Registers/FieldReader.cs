using Periplo.Registers;
using Periplo.Sdmx;
using Periplo.Sources.Declarations;
using Periplo.Sources.Tables;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Registers;

/// <summary>Reads one field of a register's definition.</summary>
/// <param name="nodes">The file.</param>
/// <param name="codes">The code lists it may name.</param>
internal sealed class FieldReader(DeclarationNodes nodes, IReadOnlyDictionary<string, CodeList> codes)
{
    private static readonly string[] Keys =
        ["type", "es", "en", "fr", "help", "required", "many", "unique", "long", "filter", "list", "announced", "restricted", "min", "max", "unit", "codes", "register"];

    public Field Read(string id, YamlNode node)
    {
        var map = nodes.Map(node);
        var typeNode = RegisterReader.Child(map, "type") ?? throw nodes.Fault(node, RegisterReader.Lacks("type"));
        var type = RegisterReader.Type(nodes.Scalar(typeNode))
            ?? throw nodes.Fault(typeNode, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(typeNode)), RegisterReader.TypeNames));
        var name = RegisterReader.Both(nodes, map, Keys);
        var many = Flag(map, "many");
        if (many && type is FieldType.Translated or FieldType.Money or FieldType.Interval or FieldType.YesNo)
            throw nodes.Fault(typeNode, new($"un campo {nodes.Scalar(typeNode)} no puede tener varios valores.", $"a {nodes.Scalar(typeNode)} field cannot hold several values.", $"un champ {nodes.Scalar(typeNode)} ne peut pas avoir plusieurs valeurs."));
        return new(id, type, name)
        {
            Help = RegisterReader.Child(map, "help") is { } help ? RegisterReader.Both(nodes, help) : null,
            Required = Flag(map, "required"),
            Many = many,
            Unique = Flag(map, "unique"),
            Long = Flag(map, "long"),
            Filter = Flag(map, "filter"),
            Listed = Flag(map, "list"),
            Announced = Announced(map, type),
            Restricted = Flag(map, "restricted"),
            Least = Number(map, "min", type),
            Most = Number(map, "max", type),
            Unit = RegisterReader.Child(map, "unit") is { } unit ? nodes.Scalar(unit) : null,
            Codes = Codes(map, node, type),
            References = References(map, node, type),
        };
    }

    private bool Flag(YamlMappingNode map, string key) => RegisterReader.Child(map, key) is { } node && RegisterReader.YesNo(nodes, node);

    private void Only(YamlMappingNode map, string key, FieldType type, FieldType wanted)
    {
        if (type != wanted)
            throw nodes.Fault(RegisterReader.Child(map, key)!, new($"«{key}» no va con este tipo de campo.", $"\"{key}\" does not go with this type of field.", $"« {key} » ne va pas avec ce type de champ."));
    }

    private bool Announced(YamlMappingNode map, FieldType type)
    {
        if (!Flag(map, "announced"))
            return false;
        Only(map, "announced", type, FieldType.Date);
        return true;
    }

    private decimal? Number(YamlMappingNode map, string key, FieldType type)
    {
        if (RegisterReader.Child(map, key) is not { } node)
            return null;
        Only(map, key, type, FieldType.Number);
        return decimal.TryParse(nodes.Scalar(node), out var number) ? number : throw nodes.Fault(node, new("se esperaba un número.", "a number was expected.", "un nombre était attendu."));
    }

    private CodeList? Codes(YamlMappingNode map, YamlNode node, FieldType type)
    {
        var name = RegisterReader.Child(map, "codes");
        if (name is null)
            return type == FieldType.Code ? throw nodes.Fault(node, RegisterReader.Lacks("codes")) : null;
        Only(map, "codes", type, FieldType.Code);
        return codes.TryGetValue(nodes.Scalar(name), out var list)
            ? list
            : throw nodes.Fault(name, new($"no hay ninguna lista de códigos «{Refusals.Shown(nodes.Scalar(name))}».", $"there is no code list \"{Refusals.Shown(nodes.Scalar(name))}\".", $"il n’y a pas de liste de codes « {Refusals.Shown(nodes.Scalar(name))} »."));
    }

    private string? References(YamlMappingNode map, YamlNode node, FieldType type)
    {
        var register = RegisterReader.Child(map, "register");
        if (type == FieldType.Locator)
            return "documents";
        if (register is null)
            return type == FieldType.Reference ? throw nodes.Fault(node, RegisterReader.Lacks("register")) : null;
        Only(map, "register", type, FieldType.Reference);
        return nodes.Scalar(register);
    }
}
