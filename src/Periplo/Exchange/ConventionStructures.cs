using Periplo.Areas;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>How others write codes, by which their messages are read: the codes as lists, and the maps from them to ours.</summary>
internal static class ConventionStructures
{
    /// <summary>Every list and map.</summary>
    public static IEnumerable<Artefact> All(AreaRegistry areas)
    {
        foreach (var map in CodeConventions.Maps)
        {
            yield return new ItemScheme(
                StructureType.CodeList, map.Source.Agency, map.Source.Id, map.Source.Version, map.Name,
                [.. map.Mappings.DistinctBy(one => one.Source).Select(one => new Item(one.Source, Name(map.Target, one.Target, areas)))]);
            yield return map;
        }
    }

    private static InternationalString Name(StructureReference list, string code, AreaRegistry areas) => list == AreaStructures.Areas
        ? areas[code].ShortName.International()
        : Lists.First(one => one.Id == list.Id).Find(code)!.Name;

    private static readonly CodeList[] Lists = [CodeLists.Sex, CodeLists.Age, CodeLists.Status, CodeLists.Unit];
}
