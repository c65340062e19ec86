using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx;
using Periplo.Sources.Declarations;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Registers;

/// <summary>A declaration file: its name for messages and its text.</summary>
public sealed record DeclarationFile(string Name, string Text);

/// <summary>Reads the files that declare registers. The form is described in docs/registers.md.</summary>
public sealed class RegisterReader
{
    private static readonly Text What = new("la definición del registro", "the definition of the register", "la définition du registre");
    private const string Guide = "docs/registers.md";

    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["text"] = FieldType.Text,
        ["translated"] = FieldType.Translated,
        ["number"] = FieldType.Number,
        ["money"] = FieldType.Money,
        ["date"] = FieldType.Date,
        ["interval"] = FieldType.Interval,
        ["code"] = FieldType.Code,
        ["area"] = FieldType.Area,
        ["reference"] = FieldType.Reference,
        ["locator"] = FieldType.Locator,
        ["link"] = FieldType.Link,
        ["yes-no"] = FieldType.YesNo,
    };

    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["reader"] = Role.Reader,
        ["editor"] = Role.Editor,
        ["approver"] = Role.Approver,
        ["administrator"] = Role.Administrator,
    };

    private readonly Dictionary<string, CodeList> sharedCodes = [];
    private readonly Workflow sharedWorkflow;

    private RegisterReader(DeclarationFile shared)
    {
        var nodes = new DeclarationNodes(shared.Name, shared.Text, What, Guide);
        Workflow? workflow = null;
        foreach (var (key, value) in nodes.Top().Children)
        {
            switch (nodes.Scalar(key))
            {
                case "workflow":
                    workflow = ReadWorkflow(nodes, value);
                    break;
                case "codes":
                    ReadCodes(nodes, value, sharedCodes);
                    break;
                default:
                    throw Unknown(nodes, key, ["workflow", "codes"]);
            }
        }

        sharedWorkflow = workflow ?? throw InputException.At(shared.Name, 1, null, Lacks("workflow"));
    }

    /// <summary>Reads the definitions of an installation's registers.</summary>
    /// <param name="shared">Workflow and code lists that several use.</param>
    /// <param name="definitions">One file a register.</param>
    /// <param name="datasets">Ids of datasets that are taken already.</param>
    /// <exception cref="InputException">A file is not understood, two have the same id, or one refers to what is not there.</exception>
    public static RegisterSet Read(DeclarationFile shared, IEnumerable<DeclarationFile> definitions, IEnumerable<string> datasets)
    {
        var reader = new RegisterReader(shared);
        var read = new List<(DeclarationFile File, Register Register)>();
        var ids = new HashSet<string>();
        var taken = new HashSet<string>(datasets);
        foreach (var file in definitions)
        {
            var register = reader.One(file);
            if (!ids.Add(register.Id))
                throw InputException.At(file.Name, 1, null, new($"ya hay otro registro «{register.Id}»; cambie id.", $"there is another register \"{register.Id}\" already; change id.", $"il y a déjà un autre registre « {register.Id} » ; changez id."));
            if (register.Statistics is { } statistics && !taken.Add(statistics.Id))
                throw InputException.At(file.Name, 1, null, new($"ya hay otro conjunto de datos «{statistics.Id}»; cambie statistics.id.", $"there is another dataset \"{statistics.Id}\" already; change statistics.id.", $"il y a déjà un autre jeu de données « {statistics.Id} » ; changez statistics.id."));
            read.Add((file, register));
        }

        return new(InOrderOfNeed(read));
    }

    /// <summary>
    /// Registers after those they refer to, so that records can be loaded in this order. Required references in a circle
    /// could never be filled; of those in a circle that are not required some are left for later.
    /// </summary>
    private static List<Register> InOrderOfNeed(List<(DeclarationFile File, Register Register)> read)
    {
        var byId = read.ToDictionary(pair => pair.Register.Id, pair => pair.Register);
        foreach (var (file, register) in read)
        {
            foreach (var field in register.Fields)
            {
                if (field.References is { } into && !byId.ContainsKey(into))
                {
                    throw InputException.At(file.Name, 1, null, new(
                        $"el campo «{field.Id}» se refiere al registro «{into}», que no existe.",
                        $"the field \"{field.Id}\" refers to the register \"{into}\", which does not exist.",
                        $"le champ « {field.Id} » renvoie au registre « {into} », qui n’existe pas."));
                }

                if (field is { References: { } needed, Required: true } && Reaches(byId, needed, register.Id, requiredOnly: true))
                {
                    throw InputException.At(file.Name, 1, null, new(
                        $"los registros «{register.Id}» y «{needed}» se necesitan uno al otro en un círculo; haga que un campo de referencia no sea obligatorio.",
                        $"the registers \"{register.Id}\" and \"{needed}\" need each other in a circle; make one reference field not required.",
                        $"les registres « {register.Id} » et « {needed} » ont besoin l’un de l’autre en cercle ; faites qu’un champ de renvoi ne soit pas obligatoire."));
                }
            }
        }

        var ordered = new List<Register>();
        var visited = new HashSet<string>();
        foreach (var id in byId.Keys.Order(StringComparer.Ordinal))
            Visit(id);
        return ordered;

        void Visit(string id)
        {
            if (!visited.Add(id))
                return;
            foreach (var field in byId[id].Fields)
            {
                if (field.References is { } into && (field.Required || !Reaches(byId, into, id, requiredOnly: false)))
                    Visit(into);
            }

            ordered.Add(byId[id]);
        }
    }

    private static bool Reaches(Dictionary<string, Register> byId, string from, string to, bool requiredOnly)
    {
        var seen = new HashSet<string>();
        var ahead = new Stack<string>([from]);
        while (ahead.TryPop(out var id))
        {
            if (id == to)
                return true;
            if (!seen.Add(id) || !byId.TryGetValue(id, out var register))
                continue;
            foreach (var field in register.Fields.Where(field => field.References is not null && (field.Required || !requiredOnly)))
                ahead.Push(field.References!);
        }

        return false;
    }

    private Register One(DeclarationFile file)
    {
        var nodes = new DeclarationNodes(file.Name, file.Text, What, Guide);
        var top = nodes.Top();
        var codes = new Dictionary<string, CodeList>(sharedCodes);
        if (Child(top, "codes") is { } ownCodes)
            ReadCodes(nodes, ownCodes, codes);
        string? id = null, title = null;
        Text? name = null, one = null, description = null;
        List<Field>? fields = null;
        var workflow = sharedWorkflow;
        YamlNode? titleNode = null, rules = null, unique = null, statistics = null;
        foreach (var (key, value) in top.Children)
        {
            switch (nodes.Scalar(key))
            {
                case "id":
                    id = Id(nodes, value, dashes: true);
                    break;
                case "name":
                    name = Both(nodes, value);
                    break;
                case "one":
                    one = Both(nodes, value);
                    break;
                case "description":
                    description = Both(nodes, value);
                    break;
                case "title":
                    (title, titleNode) = (nodes.Scalar(value), value);
                    break;
                case "fields":
                    fields = [.. nodes.Map(value).Children.Select(pair => new FieldReader(nodes, codes).Read(Id(nodes, pair.Key, dashes: false), pair.Value))];
                    if (fields.GroupBy(field => field.Id).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
                        throw nodes.Fault(value, new($"el campo «{twice.Key}» está dos veces.", $"the field \"{twice.Key}\" is there twice.", $"le champ « {twice.Key} » figure deux fois."));
                    break;
                case "workflow":
                    workflow = ReadWorkflow(nodes, value);
                    break;
                case "rules":
                    rules = value;
                    break;
                case "unique":
                    unique = value;
                    break;
                case "statistics":
                    statistics = value;
                    break;
                case "codes":
                    break;
                default:
                    throw Unknown(nodes, key, ["id", "name", "one", "description", "title", "fields", "codes", "rules", "unique", "workflow", "statistics"]);
            }
        }

        string missing = id is null ? "id" : name is null ? "name" : one is null ? "one" : description is null ? "description" : title is null ? "title" : fields is not { Count: > 0 } ? "fields" : "";
        if (missing.Length > 0)
            throw InputException.At(file.Name, 1, null, Lacks(missing));
        if (fields!.All(field => field.Id != title))
            throw nodes.Fault(titleNode!, NoField(title!));
        var plain = new Register(id!, name!, one!, description!, fields!, title!) { Workflow = workflow };
        return new(id!, name!, one!, description!, fields!, title!)
        {
            Workflow = workflow,
            Rules = [.. Intervals(plain), .. rules is null ? [] : nodes.List(rules).Select(rule => Rule(nodes, plain, rule))],
            UniqueSets = [.. fields!.Where(field => field.Unique).Select(field => (IReadOnlyList<int>)[field.FirstColumn]), .. unique is null ? [] : nodes.List(unique).Select(set => (IReadOnlyList<int>)[.. nodes.List(set).Select(column => ColumnOf(nodes, plain, column).Position)])],
            Statistics = statistics is null ? null : Statistics(nodes, plain, statistics),
        };
    }

    private static IEnumerable<RecordRule> Intervals(Register register) =>
        register.Fields.Where(field => field.Type == FieldType.Interval).Select(field => new RecordRule.Ordered(field.Columns[0], field.Columns[1]));

    private static RecordRule Rule(DeclarationNodes nodes, Register register, YamlNode node)
    {
        var map = nodes.Map(node);
        if (Child(map, "either") is { } either && map.Children.Count == 1)
            return new RecordRule.Either([.. nodes.List(either).Select(field => FieldOf(nodes, register, field))]);
        if (Child(map, "first") is { } first && Child(map, "then") is { } then && map.Children.Count == 2)
            return new RecordRule.Ordered(ColumnOf(nodes, register, first), ColumnOf(nodes, register, then));
        throw nodes.Fault(node, new(
            "una regla es «either: [campo, campo]» o «first: columna» con «then: columna».",
            "a rule is `either: [field, field]`, or `first: column` with `then: column`.",
            "une règle est « either: [champ, champ] » ou « first: colonne » avec « then: colonne »."));
    }

    private static RegisterStatistics Statistics(DeclarationNodes nodes, Register register, YamlNode node)
    {
        string? id = null;
        Text? name = null;
        List<Field> dimensions = [];
        Column? time = null;
        Field? weight = null, sum = null;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            switch (nodes.Scalar(key))
            {
                case "id":
                    id = nodes.Scalar(value);
                    if (id.Length is 0 or > 40 || !id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
                        throw nodes.Fault(value, new("el id de un conjunto de datos lleva solo A-Z, 0-9 y _.", "the id of a dataset has only A-Z, 0-9 and _.", "l’id d’un jeu de données n’a que A-Z, 0-9 et _."));
                    break;
                case "name":
                    name = Both(nodes, value);
                    break;
                case "dimensions":
                    dimensions = [.. nodes.List(value).Select(field => Dimension(nodes, register, field))];
                    break;
                case "time":
                    time = ColumnOf(nodes, register, value);
                    if (time.Field.Type is not (FieldType.Date or FieldType.Interval) || time.Part == ColumnPart.Announced || time.Field.Many)
                        throw nodes.Fault(value, new("time tiene que ser una fecha única.", "time has to be a single date.", "time doit être une date unique."));
                    break;
                case "weight":
                    weight = FieldOf(nodes, register, value, FieldType.Number);
                    break;
                case "sum":
                    sum = FieldOf(nodes, register, value, FieldType.Money);
                    break;
                default:
                    throw Unknown(nodes, key, ["id", "name", "dimensions", "time", "weight", "sum"]);
            }
        }

        if (dimensions.Append(time?.Field).Append(weight).Append(sum).FirstOrDefault(field => field?.Restricted == true) is { } hidden)
        {
            throw nodes.Fault(node, new(
                $"«{hidden.Id}» es un campo reservado y el conjunto de datos es público; no lo use en statistics.",
                $"\"{hidden.Id}\" is a restricted field and the dataset is public; do not use it in statistics.",
                $"« {hidden.Id} » est un champ réservé et le jeu de données est public ; ne l’employez pas dans statistics."));
        }

        return id is not null && name is not null && dimensions.Count > 0
            ? new(id, name, dimensions, time, weight, sum)
            : throw nodes.Fault(node, Lacks(id is null ? "id" : name is null ? "name" : "dimensions"));
    }

    private static Field Dimension(DeclarationNodes nodes, Register register, YamlNode node)
    {
        var field = FieldOf(nodes, register, node);
        return field is { Type: FieldType.Code or FieldType.Area or FieldType.Reference or FieldType.YesNo, Many: false }
            ? field
            : throw nodes.Fault(node, new(
                $"«{field.Id}» no puede ser una dimensión: tiene que ser de tipo code, area, reference o yes-no, y de un solo valor.",
                $"\"{field.Id}\" cannot be a dimension: it has to be of type code, area, reference or yes-no, and of one value.",
                $"« {field.Id} » ne peut pas être une dimension : il doit être de type code, area, reference ou yes-no, et à une seule valeur."));
    }

    private static Field FieldOf(DeclarationNodes nodes, Register register, YamlNode node, FieldType? type = null)
    {
        var id = nodes.Scalar(node);
        var field = register.Field(id) ?? throw nodes.Fault(node, NoField(id));
        return type is null || field.Type == type ? field : throw nodes.Fault(node, new($"el campo «{id}» es de otro tipo.", $"the field \"{id}\" is of another type.", $"le champ « {id} » est d’un autre type."));
    }

    private static Column ColumnOf(DeclarationNodes nodes, Register register, YamlNode node)
    {
        var position = register.Position(nodes.Scalar(node));
        return position >= 0 ? register.Columns[position] : throw nodes.Fault(node, NoField(nodes.Scalar(node)));
    }

    private static Workflow ReadWorkflow(DeclarationNodes nodes, YamlNode node)
    {
        var map = nodes.Map(node);
        var states = new List<WorkflowState>();
        var moves = new List<WorkflowMove>();
        foreach (var (key, value) in map.Children)
        {
            switch (nodes.Scalar(key))
            {
                case "states":
                    states.AddRange(nodes.Map(value).Children.Select(pair =>
                    {
                        var state = nodes.Map(pair.Value);
                        var isPublic = Child(state, "public") is { } shown && YesNo(nodes, shown);
                        return new WorkflowState(Id(nodes, pair.Key, dashes: true), Both(nodes, state, "public"), isPublic);
                    }));
                    break;
                case "moves":
                    moves.AddRange(nodes.List(value).Select(move => Move(nodes, states, move)));
                    break;
                default:
                    throw Unknown(nodes, key, ["states", "moves"]);
            }
        }

        if (states.Count < 2 || states[0].Public || !states.Exists(state => state.Public))
        {
            throw nodes.Fault(node, new(
                "un flujo necesita un primer estado que no sea público y alguno que lo sea (public: true).",
                "a workflow needs a first state that is not public, and one that is (public: true).",
                "un circuit a besoin d’un premier état qui ne soit pas public et d’au moins un qui le soit (public: true)."));
        }

        return new(states, moves);
    }

    private static WorkflowMove Move(DeclarationNodes nodes, List<WorkflowState> states, YamlNode node)
    {
        var map = nodes.Map(node);
        string State(string key)
        {
            var value = Child(map, key) ?? throw nodes.Fault(node, Lacks(key));
            var id = nodes.Scalar(value);
            return states.Exists(state => state.Id == id) ? id : throw nodes.Fault(value, new($"no hay ningún estado «{id}»; declare states antes que moves.", $"there is no state \"{id}\"; declare states before moves.", $"il n’y a pas d’état « {id} » ; déclarez states avant moves."));
        }

        var role = Child(map, "role") ?? throw nodes.Fault(node, Lacks("role"));
        return Roles.TryGetValue(nodes.Scalar(role), out var least)
            ? new(State("from"), State("to"), least, Both(nodes, map, "from", "to", "role"))
            : throw nodes.Fault(role, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(role)), [.. Roles.Keys]));
    }

    private static void ReadCodes(DeclarationNodes nodes, YamlNode node, Dictionary<string, CodeList> into)
    {
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var id = Id(nodes, key, dashes: true);
            var codes = nodes.Map(value).Children.Select(pair =>
            {
                var name = Both(nodes, pair.Value);
                return new Code(Id(nodes, pair.Key, dashes: true), new(("es", name.Es), ("en", name.En), ("fr", name.Fr)));
            }).ToList();
            into[id] = codes.Count > 0
                ? new($"CL_{id.ToUpperInvariant().Replace('-', '_')}", "PERIPLO", "1.0", new(("es", id), ("en", id), ("fr", id)), codes)
                : throw nodes.Fault(value, new("la lista de códigos está vacía.", "the code list is empty.", "la liste de codes est vide."));
        }
    }

    internal static Text Both(DeclarationNodes nodes, YamlNode node, params ReadOnlySpan<string> others)
    {
        string? es = null, en = null, fr = null;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var name = nodes.Scalar(key);
            if (name == "es")
                es = nodes.Scalar(value);
            else if (name == "en")
                en = nodes.Scalar(value);
            else if (name == "fr")
                fr = nodes.Scalar(value);
            else if (!others.Contains(name))
                throw Unknown(nodes, key, ["es", "en", "fr", .. others]);
        }

        return es is { Length: > 0 } && en is { Length: > 0 } && fr is { Length: > 0 }
            ? new(es, en, fr)
            : throw nodes.Fault(node, new("falta el texto en español (es), en inglés (en) o en francés (fr).", "the text in Spanish (es), in English (en) or in French (fr) is missing.", "le texte manque en espagnol (es), en anglais (en) ou en français (fr)."));
    }

    internal static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    internal static bool YesNo(DeclarationNodes nodes, YamlNode node) => nodes.Scalar(node) switch
    {
        "true" => true,
        "false" => false,
        _ => throw nodes.Fault(node, new("se esperaba true o false.", "true or false was expected.", "true ou false était attendu.")),
    };

    internal static InputException Unknown(DeclarationNodes nodes, YamlNode key, IReadOnlyList<string> known) =>
        nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), known));

    internal static FieldType? Type(string name) => Types.TryGetValue(name, out var type) ? type : null;

    internal static IReadOnlyList<string> TypeNames => [.. Types.Keys];

    private static string Id(DeclarationNodes nodes, YamlNode node, bool dashes)
    {
        var id = nodes.Scalar(node);
        // A digit may begin the code of a list, never a field: spreadsheets take such a header for a number.
        return id.Length is > 0 and <= 40 && (char.IsAsciiLetterLower(id[0]) || dashes) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == (dashes ? '-' : '_')) && id != "id"
            ? id
            : throw nodes.Fault(node, new(
                $"«{Refusals.Shown(id)}» no vale como id: use a-z, 0-9 y «{(dashes ? '-' : '_')}», y no «id».",
                $"\"{Refusals.Shown(id)}\" will not do as an id: use a-z, 0-9 and \"{(dashes ? '-' : '_')}\", and not \"id\".",
                $"« {Refusals.Shown(id)} » ne vaut pas comme id : employez a-z, 0-9 et « {(dashes ? '-' : '_')} », et non « id »."));
    }

    internal static Text Lacks(string key) => new($"falta «{key}»; vea {Guide}.", $"\"{key}\" is missing; see {Guide}.", $"« {key} » manque ; voyez {Guide}.");

    private static Text NoField(string id) => new($"no hay ningún campo «{Refusals.Shown(id)}».", $"there is no field \"{Refusals.Shown(id)}\".", $"il n’y a pas de champ « {Refusals.Shown(id)} ».");
}
