/**
 * The point that stands for each country on a map: the place within its largest polygon that lies farthest from the
 * border. Keys are M49 numbers, or names for polygons without one. Input: Natural Earth as TopoJSON (world-atlas).
 */
export function places(topology) {
  const arcs = decode(topology);
  const found = new Map();
  const largest = new Map();
  for (const { id, properties, type, arcs: shape } of topology.objects.countries.geometries) {
    const place = id === undefined ? properties.name : Number(id);
    for (const polygon of type === 'Polygon' ? [shape] : type === 'MultiPolygon' ? shape : []) {
      const rings = polygon.map(ring => unroll(join(arcs, ring)));
      const size = Math.abs(area(rings[0])) * Math.cos(middle(rings[0])[1] * Math.PI / 180);
      if (size <= (largest.get(place) ?? 0)) continue;
      largest.set(place, size);
      found.set(place, rings);
    }
  }
  return new Map([...found].map(([place, rings]) => [place, innermost(rings)]));
}

function decode({ arcs, transform: { scale, translate } }) {
  return arcs.map(arc => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

function join(arcs, ring) {
  return ring.flatMap(index => {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    return arc.slice(0, -1);
  });
}

/** A ring over the antimeridian goes on beyond 180 degrees instead of jumping. */
function unroll(ring) {
  let turn = 0;
  return ring.map(([x, y], i) => {
    if (i > 0 && x - ring[i - 1][0] > 180) turn -= 360;
    if (i > 0 && x - ring[i - 1][0] < -180) turn += 360;
    return [x + turn, y];
  });
}

function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return sum / 2;
}

function box(ring) {
  const xs = ring.map(p => p[0]);
  const ys = ring.map(p => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function middle(ring) {
  const [west, south, east, north] = box(ring);
  return [(west + east) / 2, (south + north) / 2];
}

/** Grid search, each round finer around the best point so far; degrees of longitude shrink with latitude. */
function innermost(rings) {
  let [west, south, east, north] = box(rings[0]);
  const shrink = Math.cos(middle(rings[0])[1] * Math.PI / 180);
  let best = middle(rings[0]);
  let far = -Infinity;
  for (let round = 0; round < 6; round++) {
    const [stepX, stepY] = [(east - west) / 12, (north - south) / 12];
    for (let i = 0; i <= 12; i++) {
      for (let j = 0; j <= 12; j++) {
        const point = [west + i * stepX, south + j * stepY];
        const distance = inward(rings, point, shrink);
        if (distance > far) [far, best] = [distance, point];
      }
    }
    [west, south, east, north] = [best[0] - 2 * stepX, best[1] - 2 * stepY, best[0] + 2 * stepX, best[1] + 2 * stepY];
  }
  const longitude = best[0] > 180 ? best[0] - 360 : best[0] < -180 ? best[0] + 360 : best[0];
  return [longitude, best[1]].map(value => Math.round(value * 100) / 100 + 0);
}

/** Distance to the nearest border, negative outside. */
function inward(rings, [x, y], shrink) {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
      const [ax, ay, bx, by] = [(xi - x) * shrink, yi - y, (xj - x) * shrink, yj - y];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length));
      nearest = Math.min(nearest, (ax + t * (bx - ax)) ** 2 + (ay + t * (by - ay)) ** 2);
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}
