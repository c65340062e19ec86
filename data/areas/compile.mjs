// Compiles areas.csv, members.csv and aliases.csv.
// Usage: node compile.mjs <UNSD M49 table as CSV> <world-atlas countries-10m.json>
// The table has the columns iso3, iso2, m49, name_en, name_es, name_fr, short_en, short_es, region_code,
// subregion_code, intermediate_code, ldc, lldc, sids; everything else comes from source/.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csv, line } from './csv.mjs';
import { places } from './places.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = name => csv(readFileSync(join(here, 'source', name), 'utf8'));
const byId = name => new Map(source(name).map(row => [row.id, row]));
const languages = ['es', 'en', 'fr'];

const table = csv(readFileSync(process.argv[2], 'utf8'));
const located = places(JSON.parse(readFileSync(process.argv[3], 'utf8')));
const official = byId('official.csv');
const shorter = byId('shorter.csv');
const since = byId('since.csv');
const location = byId('locations.csv');
const extra = source('extra.csv');

// Areas.
const areas = table.map(row => area(row.iso3, 'Country', row.iso2, Number(row.m49), since.get(row.iso3)?.valid_from ?? '', '',
  languages.map(l => official.get(row.iso3)?.[l] ?? row[`name_${l}`]),
  languages.map(l => shorter.get(row.iso3)?.[l] ?? '')));
for (const row of extra) {
  areas.push(area(row.id, row.kind, '', row.m49 ? Number(row.m49) : '', row.valid_from, row.valid_to,
    languages.map(l => row[`name_${l}`]), languages.map(l => row[`short_${l}`])));
}
const known = new Map(areas.map(a => [a.id, a]));
if (known.size !== areas.length) throw new Error('an id occurs twice');
for (const id of [official, shorter, since, location].flatMap(map => [...map.keys()])) {
  if (!known.has(id)) throw new Error(`unknown id ${id} in source/`);
}

// Members: a set is a map from member to the last year it counts, '' for still.
const sets = new Map();
const put = (group, member, to = '') => {
  if (!sets.has(group)) sets.set(group, new Map());
  sets.get(group).set(member, to);
};
const around = new Map();
for (const row of table) {
  const codes = [row.intermediate_code, row.subregion_code, row.region_code, '001'].filter(Boolean);
  codes.forEach((code, i) => {
    put(code, row.iso3);
    around.set(code, codes.slice(i));
  });
}
for (const row of extra.filter(row => row.within)) {
  for (const code of around.get(row.within)) put(code, row.id, row.valid_to);
}
for (const row of extra.filter(row => row.members)) sets.set(row.id, evaluate(row.members));

// A former state is left out of a set made by taking away or intersecting unless all its parts are in it, which the
// set operations above cannot know: drop those of which a part is missing.
for (const row of extra.filter(row => row.kind === 'Group' && row.members)) {
  const set = sets.get(row.id);
  for (const member of [...set.keys()]) {
    const parts = known.get(member).kind === 'Former' ? [...sets.get(member).keys()] : [];
    if (!parts.every(part => set.has(part))) set.delete(member);
  }
}

// Aliases: only what no name or code of the area says already. One key may lead to one area only.
const owner = new Map();
const numbers = new Map();
for (const a of areas) {
  if (a.m49 !== '') own(numbers, a.m49, a.id);
  for (const text of [a.id, a.alpha2, ...a.names, ...a.shorts]) if (text) own(owner, key(text), a.id);
}
const aliases = [];
for (const { id, aliases: list } of source('aliases.csv')) {
  if (!known.has(id)) throw new Error(`alias of unknown id ${id}`);
  for (const alias of list.split(';').map(text => text.trim()).filter(Boolean)) add(alias, id);
}
for (const row of table) {
  // UNTERM writes the article behind the name and marks observers with asterisks.
  for (const text of [row.name_en, row.name_es, row.name_fr, row.short_en, row.short_es]) {
    if (text) add(text.replace(/\s*\*+$/, ''), row.iso3);
  }
  if (row.name_en.includes(' and ')) add(row.name_en.replaceAll(' and ', ' & '), row.iso3);
}
for (const row of extra.filter(row => row.id.startsWith('WB_'))) add(row.id.slice(3), row.id);

function add(alias, id) {
  if (/^\d+$/.test(alias) ? own(numbers, Number(alias), id) : own(owner, key(alias), id)) aliases.push([alias, id]);
}

/** True when the key is new; fails when it leads to another area. */
function own(map, text, id) {
  const before = map.get(text);
  if (before !== undefined && before !== id) throw new Error(`"${text}" would mean both ${before} and ${id}`);
  map.set(text, id);
  return before === undefined;
}

/** The form in which names are compared; Spelling.Key in C# gives the same. */
function key(text) {
  return text.replace(/[æÆ]/g, 'ae').replace(/[œŒ]/g, 'oe').replace(/[øØ]/g, 'o').replace(/ß/g, 'ss')
    .normalize('NFD').toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '');
}

function area(id, kind, alpha2, m49, from, to, names, shorts) {
  const [longitude, latitude] = location.has(id)
    ? [Number(location.get(id).longitude), Number(location.get(id).latitude)]
    : (kind === 'Country' || id === 'XKX' ? located.get(id === 'XKX' ? 'Kosovo' : m49) : undefined) ?? ['', ''];
  if (kind === 'Country' && longitude === '') throw new Error(`no place for ${id}`);
  return { id, kind, alpha2, m49, from, to, names, shorts: shorts.map((s, i) => s || names[i]), longitude, latitude };
}

/** A set expression: ids joined by +, - and &, from left to right, the members with a flag of the table, or a list in source/. */
function evaluate(expression) {
  const [first, ...rest] = expression.split(' ');
  if (first === 'list') {
    const ids = source(rest[0]).map(row => row.id);
    for (const id of ids) if (known.get(id)?.kind !== 'Country') throw new Error(`${id} in ${rest[0]} is no country`);
    return new Map(ids.map(id => [id, '']));
  }
  if (first === 'flag') return new Map(table.filter(row => row[rest[0]] === '1').map(row => [row.iso3, '']));
  const one = id => sets.has(id) && !['Composite', 'Former'].includes(known.get(id).kind)
    ? sets.get(id) : new Map([[known.get(id).id, known.get(id).to]]);
  const set = new Map(one(first));
  for (let i = 0; i < rest.length; i += 2) {
    const other = one(rest[i + 1]);
    if (rest[i] === '+') for (const [member, to] of other) set.set(member, to);
    if (rest[i] === '-') for (const member of other.keys()) set.delete(member);
    if (rest[i] === '&') for (const member of [...set.keys()]) if (!other.has(member)) set.delete(member);
  }
  return set;
}

const write = (name, header, rows) =>
  writeFileSync(join(here, name), [header.split(','), ...rows].map(line).join('\n') + '\n');
write('areas.csv',
  'id,kind,alpha2,m49,name_es,name_en,name_fr,short_es,short_en,short_fr,valid_from,valid_to,longitude,latitude',
  areas.map(a => [a.id, a.kind, a.alpha2, a.m49, ...a.names, ...a.shorts, a.from, a.to, a.longitude, a.latitude]));
const order = new Map(areas.map((a, i) => [a.id, i]));
write('members.csv', 'group,member,from,to',
  areas.flatMap(a => [...(sets.get(a.id) ?? [])]
    .sort(([x], [y]) => order.get(x) - order.get(y))
    .map(([member, to]) => [a.id, member, '', to])));
write('aliases.csv', 'alias,id', aliases.sort(([a, x], [b, y]) => order.get(x) - order.get(y) || (a < b ? -1 : 1)));
console.log(`${areas.length} areas, ${aliases.length} aliases`);
