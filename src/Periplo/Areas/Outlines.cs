using System.Text.Json;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Areas;

/// <summary>
/// The outlines of areas on a map, from a GeoJSON feature collection (RFC 7946): polygons or multipolygons whose
/// feature <c>id</c> is the id of an area. The bundled file can be replaced by an installation's own.
/// </summary>
public sealed class Outlines
{
    private readonly Dictionary<string, List<IReadOnlyList<(double Longitude, double Latitude)>>> rings;

    private Outlines(Dictionary<string, List<IReadOnlyList<(double Longitude, double Latitude)>>> rings) => this.rings = rings;

    /// <summary>Ids of the areas that have an outline, in the order of the file.</summary>
    public IEnumerable<string> Areas => rings.Keys;

    /// <summary>
    /// The closed rings of an area, exteriors and holes alike (to be filled by the even-odd rule), each with its first
    /// position repeated at the end; empty when the area has no outline.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> Rings(string areaId) =>
        rings.TryGetValue(areaId, out var found) ? found : [];

    /// <summary>Reads GeoJSON.</summary>
    /// <param name="file">Name for error messages.</param>
    /// <param name="geoJson">The text in UTF-8, with or without byte order mark.</param>
    /// <exception cref="InputException">
    /// The text is not JSON, not a collection of polygons, or a ring is open, leaves the globe or crosses the antimeridian uncut.
    /// </exception>
    public static Outlines Read(string file, ReadOnlyMemory<byte> geoJson)
    {
        var text = geoJson.Span;
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            text = text[3..];
        var reading = new Reading(file, text);
        try
        {
            return new(reading.Collection());
        }
        catch (JsonException fault)
        {
            throw InputException.At(
                file,
                (int)(fault.LineNumber ?? 0) + 1,
                (int)(fault.BytePositionInLine ?? 0) + 1,
                new Text("El archivo no es JSON válido.", "The file is not valid JSON.", "Le fichier n’est pas du JSON valide."),
                fault);
        }
        catch (InvalidOperationException fault)
        {
            // Strings are checked to be UTF-8 only when they are taken, without a position.
            throw new InputException(file, null, new Text("El texto no está en UTF-8.", "The text is not UTF-8.", "Le texte n’est pas en UTF-8."), fault);
        }
    }

    /// <summary>One pass over the text; members may come in any order and unknown ones are skipped.</summary>
    private ref struct Reading(string file, ReadOnlySpan<byte> text)
    {
        private const int FewestPositions = 4;
        private const int NoPositions = -1;

        private readonly ReadOnlySpan<byte> text = text;
        private Utf8JsonReader json = new(text);

        public Dictionary<string, List<IReadOnlyList<(double Longitude, double Latitude)>>> Collection()
        {
            var found = new Dictionary<string, List<IReadOnlyList<(double Longitude, double Latitude)>>>();
            var isCollection = false;
            _ = json.Read();
            Expect(JsonTokenType.StartObject);
            while (NextMember(out var name))
            {
                switch (name)
                {
                    case "type" when json.TokenType == JsonTokenType.String && json.ValueTextEquals("FeatureCollection"):
                        isCollection = true;
                        break;
                    case "features":
                        Expect(JsonTokenType.StartArray);
                        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                            Feature(found);
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            if (!isCollection)
                throw Fault(new Text("El archivo no es una FeatureCollection de GeoJSON.", "The file is not a GeoJSON FeatureCollection.", "Le fichier n’est pas une FeatureCollection de GeoJSON."));

            // Nothing may follow but white space; the reader itself refuses anything else.
            _ = json.Read();
            return found;
        }

        private void Feature(Dictionary<string, List<IReadOnlyList<(double Longitude, double Latitude)>>> found)
        {
            Expect(JsonTokenType.StartObject);
            var start = json.TokenStartIndex;
            string? id = null;
            List<IReadOnlyList<(double Longitude, double Latitude)>> outline = [];
            while (NextMember(out var name))
            {
                if (name == "id")
                {
                    Expect(JsonTokenType.String);
                    id = json.GetString();
                }
                else if (name == "geometry" && json.TokenType != JsonTokenType.Null)
                {
                    Geometry(outline);
                }
                else
                {
                    json.Skip();
                }
            }

            if (string.IsNullOrEmpty(id))
                throw Fault(new Text("Falta el «id» del área.", "The \"id\" of the area is missing.", "L’« id » de la zone manque."), start);
            if (!found.TryAdd(id, outline))
                found[id].AddRange(outline);
        }

        private void Geometry(List<IReadOnlyList<(double Longitude, double Latitude)>> outline)
        {
            Expect(JsonTokenType.StartObject);
            var start = json.TokenStartIndex;
            int? wanted = null;
            int? depth = null;
            while (NextMember(out var name))
            {
                if (name == "type")
                {
                    Expect(JsonTokenType.String);
                    wanted = json.GetString() switch { "Polygon" => 2, "MultiPolygon" => 3, _ => null };
                }
                else if (name == "coordinates")
                {
                    depth = Coordinates(outline);
                }
                else
                {
                    json.Skip();
                }
            }

            if (wanted is null || depth is null || (depth != NoPositions && depth != wanted))
            {
                throw Fault(new Text(
                    "La geometría debe ser Polygon o MultiPolygon con sus coordenadas.",
                    "The geometry must be a Polygon or MultiPolygon with its coordinates.",
                    "La géométrie doit être Polygon ou MultiPolygon avec ses coordonnées."), start);
            }
        }

        /// <summary>Reads nested arrays down to the rings and says how many arrays lie around a position.</summary>
        private int Coordinates(List<IReadOnlyList<(double Longitude, double Latitude)>> outline)
        {
            var depth = 0;
            var deepest = NoPositions;
            List<(double Longitude, double Latitude)> ring = [];
            var ringStart = json.TokenStartIndex;
            Expect(JsonTokenType.StartArray);
            do
            {
                switch (json.TokenType)
                {
                    case JsonTokenType.StartArray:
                        depth++;
                        if (ring.Count == 0)
                            ringStart = json.TokenStartIndex;
                        break;
                    case JsonTokenType.EndArray:
                        depth--;
                        if (ring.Count > 0)
                        {
                            outline.Add(Closed(ring, ringStart));
                            ring.Clear();
                        }

                        break;
                    case JsonTokenType.Number:
                        // The array just opened is the position; the one around it is the ring.
                        depth--;
                        deepest = Math.Max(deepest, depth);
                        ring.Add(Position(ring));
                        break;
                    default:
                        throw Unexpected();
                }
            }
            while (depth > 0 && json.Read());

            return deepest;
        }

        /// <summary>A position whose first number is the current token; further numbers (height) are passed over.</summary>
        private (double Longitude, double Latitude) Position(List<(double Longitude, double Latitude)> before)
        {
            var start = json.TokenStartIndex;
            var longitude = json.GetDouble();
            _ = json.Read();
            Expect(JsonTokenType.Number);
            var latitude = json.GetDouble();
            while (json.Read() && json.TokenType == JsonTokenType.Number)
            {
            }

            Expect(JsonTokenType.EndArray);
            if (Math.Abs(longitude) > 180 || Math.Abs(latitude) > 90)
            {
                throw Fault(new Text(
                    $"La posición {longitude}, {latitude} está fuera de ±180 y ±90 grados.",
                    $"The position {longitude}, {latitude} is outside of ±180 and ±90 degrees.",
                    $"La position {longitude}, {latitude} est hors de ±180 et ±90 degrés."), start);
            }

            if (before.Count > 0 && Math.Abs(longitude - before[^1].Longitude) > 180)
            {
                throw Fault(new Text(
                    "El contorno salta de un lado al otro del antimeridiano; córtelo a ±180 grados.",
                    "The outline jumps across the antimeridian; cut it at ±180 degrees.",
                    "Le contour saute d’un côté à l’autre de l’antiméridien ; coupez-le à ±180 degrés."), start);
            }

            return (longitude, latitude);
        }

        private readonly (double Longitude, double Latitude)[] Closed(List<(double Longitude, double Latitude)> ring, long start) =>
            ring.Count >= FewestPositions && ring[0] == ring[^1]
                ? [.. ring]
                : throw Fault(new Text(
                    "Un contorno necesita al menos cuatro posiciones y la última igual a la primera.",
                    "A ring needs at least four positions, the last equal to the first.",
                    "Un contour demande au moins quatre positions, la dernière égale à la première."), start);

        private bool NextMember(out string name)
        {
            _ = json.Read();
            name = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : "";
            return json.TokenType == JsonTokenType.PropertyName && json.Read();
        }

        private readonly void Expect(JsonTokenType type)
        {
            if (json.TokenType != type)
                throw Unexpected();
        }

        private readonly InputException Unexpected() =>
            Fault(new Text("Aquí el GeoJSON debería tener otra cosa.", "GeoJSON has something else in this place.", "Ici le GeoJSON devrait avoir autre chose."));

        private readonly InputException Fault(Text reason, long? at = null)
        {
            var before = text[..(int)(at ?? json.TokenStartIndex)];
            return InputException.At(file, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), reason);
        }
    }
}
