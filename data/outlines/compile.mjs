// Compiles Natural Earth's country outlines (1:110m, from world-atlas) to world-110m.json: GeoJSON with our area ids,
// cut at the antimeridian. Usage: npm ci && node compile.mjs <areas.csv>
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { geoEquirectangular } from 'd3-geo';
import { feature, merge } from 'topojson-client';

const here = dirname(fileURLToPath(import.meta.url));
const areasFile = process.argv[2] ?? join(here, '../areas/areas.csv');
const topology = JSON.parse(readFileSync(join(here, 'node_modules/world-atlas/countries-110m.json'), 'utf8'));

// Ids by M49 number. The first, second and fourth column hold no quotes.
const idOfM49 = new Map(readFileSync(areasFile, 'utf8').split('\n').slice(1)
  .map(line => line.split(','))
  .filter(([, kind, , m49]) => kind === 'Country' && m49)
  .map(([id, , , m49]) => [Number(m49), id]));

// Natural Earth draws what it finds on the ground; the United Nations counts Northern Cyprus within Cyprus and
// Somaliland within Somalia. Polygons without a number are known by name.
const idOfName = { 'N. Cyprus': 'CYP', Somaliland: 'SOM', Kosovo: 'XKX' };

const geometries = new Map();
for (const geometry of topology.objects.countries.geometries) {
  const id = geometry.id === undefined ? idOfName[geometry.properties.name] : idOfM49.get(Number(geometry.id));
  if (!id) throw new Error(`no area for ${geometry.id} ${geometry.properties.name}`);
  geometries.set(id, [...(geometries.get(id) ?? []), geometry]);
}

const polygons = new Map();
for (const [id, parts] of geometries) {
  const shape = parts.length > 1 ? merge(topology, parts) : feature(topology, parts[0]).geometry;
  polygons.set(id, cut(shape));
}

// French Guiana is a country or area of its own in M49.
const isGuiana = polygon => polygon[0].every(([longitude, latitude]) => longitude < -50 && latitude > 0 && latitude < 10);
polygons.set('GUF', polygons.get('FRA').filter(isGuiana));
polygons.set('FRA', polygons.get('FRA').filter(polygon => !isGuiana(polygon)));

const features = [...polygons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, found]) => {
  const kept = found.map(tidy).filter(polygon => polygon.length > 0);
  if (kept.length === 0) throw new Error(`nothing left of ${id}`);
  return JSON.stringify({ type: 'Feature', id, geometry: { type: 'MultiPolygon', coordinates: kept } });
});
writeFileSync(join(here, 'world-110m.json'), `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
console.log(`${features.length} outlines`);

/**
 * The polygons of a shape on the sphere, cut along the antimeridian. A plane projection of one degree a unit does the
 * cutting; nothing is resampled, so every other vertex stays where it was.
 */
function cut(shape) {
  const plane = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
  const rings = [];
  let ring;
  const sink = {
    point: (x, y) => ring.push([x, -y]),
    lineStart: () => { ring = []; },
    lineEnd: () => { rings.push(ring); },
    polygonStart() {}, polygonEnd() {}, sphere() {},
  };
  const stream = plane.stream(sink);
  const out = [];
  for (const polygon of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) {
    rings.length = 0;
    stream.polygonStart();
    for (const closed of polygon) {
      stream.lineStart();
      for (const [longitude, latitude] of closed.slice(0, -1)) stream.point(longitude, latitude);
      stream.lineEnd();
    }
    stream.polygonEnd();
    out.push(...nest(rings.map(points => points.slice())));
  }
  return out;
}

/** Rings of one cut polygon to polygons: what winds like the sphere's exteriors is one, the others are holes of the one around them. */
function nest(rings) {
  const exteriors = rings.filter(ring => area(ring) < 0).map(ring => [ring]);
  for (const hole of rings.filter(ring => area(ring) > 0)) {
    const around = exteriors.find(([exterior]) => contains(exterior, hole[0]));
    if (!around) throw new Error('a hole outside of every exterior');
    around.push(hole);
  }
  return exteriors;
}

/** Rounds to two decimals, drops repeated points and rings without area, closes rings, winds exteriors counter-clockwise (RFC 7946). */
function tidy(polygon) {
  const rings = polygon.map(ring => {
    const points = ring
      .map(([x, y]) => [round(clamp(x, 180)), round(clamp(y, 90))])
      .filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
    while (points.length > 1 && same(points[0], points.at(-1))) points.pop();
    return points;
  });
  if (rings[0].length < 3 || area(rings[0]) === 0) return [];
  return rings.filter(ring => ring.length >= 3 && area(ring) !== 0).map((ring, i) => {
    const wanted = i === 0 ? 1 : -1;
    const wound = Math.sign(area(ring)) === wanted ? ring : ring.reverse();
    return [...wound, wound[0]];
  });
}

function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return sum / 2;
}

function contains(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function same(a, b) { return a[0] === b[0] && a[1] === b[1]; }
function clamp(value, limit) { return Math.max(-limit, Math.min(limit, value)); }
function round(value) { return Math.round(value * 100) / 100 + 0; }
