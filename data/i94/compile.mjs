// Makes citizenship.csv from the code lists of the I-94 records:
//   node compile.mjs us_i94_codelists.csv
// Each label is looked up among the names of ../areas; spellings found nowhere else stand below.
import { readFileSync, writeFileSync } from 'node:fs';
import { csv, line } from '../areas/csv.mjs';

const spellings = {
  'BURMA': 'MMR', 'CHINA, PRC': 'CHN', 'COCOS ISLANDS': 'CCK', 'EAST TIMOR': 'TLS', 'FALKLAND ISLANDS': 'FLK', 'FAROE ISLANDS (PART OF DENMARK)': 'FRO',
  'GAZA STRIP': 'PSE', 'HEARD AND MCDONALD IS.': 'HMD', 'HOLY SEE/VATICAN': 'VAT', 'INDIAN OCEAN TERRITORY': 'IOT', 'IVORY COAST': 'CIV',
  'KAMPUCHEA': 'KHM', 'MAYOTTE (AFRICA - FRENCH)': 'MYT', 'MEXICO Air Sea, and Not Reported (I-94, no land arrivals)': 'MEX',
  'MICRONESIA, FED. STATES OF': 'FSM', 'PITCAIRN ISLANDS': 'PCN', 'REPUBLIC OF SOUTH SUDAN': 'SSD', 'SAINT MAARTEN': 'SXM', 'SAINT MARTIN': 'MAF',
  'ST. HELENA': 'SHN', 'ST. KITTS-NEVIS': 'KNA', 'ST. VINCENT-GRENADINES': 'VCT', 'SWAZILAND': 'SWZ', 'WESTERN SAMOA': 'WSM', 'ZAIRE': 'COD',
  'BONAIRE, ST EUSTATIUS, SABA': 'BES', 'MACEDONIA': 'MKD', 'NETHERLANDS ANTILLES': 'ANT', 'SERBIA AND MONTENEGRO': 'SCG', 'YUGOSLAVIA': 'YUG',
  'CONGO': 'COG', 'MACAU': 'MAC', 'HONG KONG': 'HKG', 'CAPE VERDE': 'CPV', 'CZECH REPUBLIC': 'CZE', 'ANTIGUA-BARBUDA': 'ATG', 'BOSNIA-HERZEGOVINA': 'BIH',
  'VIETNAM': 'VNM', 'SAINT BARTHELEMY': 'BLM', 'ST. PIERRE AND MIQUELON': 'SPM', 'TURKEY': 'TUR', 'CHRISTMAS ISLAND': 'CXR',
};
// No one area: what the publisher marks as no country of citizenship, and oceans and islands taken together.
const none = /^(INVALID|No Country Code|Collapsed)|^(INDIAN OCEAN AREAS|WEST INDIES) \(FRENCH\)$/;

const plain = name => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const areas = csv(readFileSync(new URL('../areas/areas.csv', import.meta.url), 'utf8'));
const ids = new Set(areas.map(area => area.id));
const names = new Map();
for (const area of areas) for (const name of [area.name_en, area.short_en]) names.set(plain(name), area.id);
for (const { alias, id } of csv(readFileSync(new URL('../areas/aliases.csv', import.meta.url), 'utf8'))) names.set(plain(alias), id);

const rows = [];
for (const { codelist, code, label } of csv(readFileSync(process.argv[2], 'utf8'))) {
  if (codelist !== 'I94CIT_I94RES' || none.test(label)) continue;
  const id = spellings[label] ?? names.get(plain(label));
  if (!ids.has(id)) throw new Error(`${code}: no area for ${label} (${id})`);
  rows.push([code, id]);
}
rows.sort((a, b) => a[0] - b[0]);
writeFileSync(new URL('citizenship.csv', import.meta.url), ['code,area', ...rows.map(line)].join('\n') + '\n');
