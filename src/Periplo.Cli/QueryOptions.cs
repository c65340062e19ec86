using System.CommandLine;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Cli;

/// <summary>The options that choose observations: <c>--where DIM=code+code</c> and <c>--time FROM..TO</c>.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> where;
    private readonly Option<string?> time;

    public QueryOptions(Terminal terminal)
    {
        where = new("--where")
        {
            AllowMultipleArgumentsPerToken = true,
            Description = terminal.Say(
                "Códigos de una dimensión: REF_AREA=USA+MEX. Un área vale con cualquier código o nombre. Puede repetirse.",
                "Codes of a dimension: REF_AREA=USA+MEX. An area may be any code or name. May be repeated.",
                "Codes d’une dimension : REF_AREA=USA+MEX. Une zone vaut par n’importe quel code ou nom. Peut se répéter."),
        };
        time = new("--time") { Description = terminal.Say("Periodo o tramo: 2020, 1990..2020, ..2000 o 2010..", "Period or span: 2020, 1990..2020, ..2000 or 2010..", "Période ou intervalle : 2020, 1990..2020, ..2000 ou 2010..") };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(where);
        command.Options.Add(time);
    }

    public Query Query(ParseResult line, Installation installation, DatasetDefinition definition)
    {
        var query = Statistics.Query.All;
        foreach (var condition in line.GetValue(where) ?? [])
        {
            var sign = condition.IndexOf('=', StringComparison.Ordinal);
            var id = sign < 0 ? condition : condition[..sign];
            var position = definition.Structure.Position(id.ToUpperInvariant());
            if (sign < 0 || position < 0)
            {
                var dimensions = string.Join(", ", definition.Structure.Dimensions.Select(dimension => dimension.Id));
                throw new StatisticsException(new Text(
                    $"--where {condition} no se entiende: escriba DIMENSIÓN=código+código. Dimensiones de {definition.Id}: {dimensions}.",
                    $"--where {condition} is not understood: write DIMENSION=code+code. Dimensions of {definition.Id}: {dimensions}.",
                    $"--where {condition} ne se comprend pas : écrivez DIMENSION=code+code. Dimensions de {definition.Id} : {dimensions}."));
            }

            var dimension = definition.Structure.Dimensions[position];
            query = query.Where(dimension.Id, [.. condition[(sign + 1)..].Split('+').Select(code => Code(dimension, code, installation.Areas))]);
        }

        if (line.GetValue(time) is not { } span)
            return query;
        var ends = span.Split("..");
        return ends.Length <= 2 ? query.During(Period(ends[0], span), Period(ends[^1], span)) : throw NotAPeriod(span);
    }

    private static string Code(Dimension dimension, string code, AreaRegistry areas)
    {
        if (dimension.CodeList.Find(code) is not null)
            return code;
        if (dimension.CodeList.Id == "CL_AREA")
            return areas.Resolve(code).Id;
        throw new StatisticsException(new Text(
            $"{dimension.Id} no tiene el código «{code}».", $"{dimension.Id} has no code \"{code}\".", $"{dimension.Id} n’a pas le code « {code} »."));
    }

    private static TimePeriod? Period(string text, string span) =>
        text.Length == 0 ? null : TimePeriod.TryParse(text, out var period) ? period : throw NotAPeriod(span);

    private static StatisticsException NotAPeriod(string span) => new(new Text(
        $"--time {span} no se entiende: escriba 2020, 1990..2020, ..2000 o 2010..", $"--time {span} is not understood: write 2020, 1990..2020, ..2000 or 2010..", $"--time {span} ne se comprend pas : écrivez 2020, 1990..2020, ..2000 ou 2010.."));
}
