// Takes the two weights of the font that pages use out of the font package, with its licence, and writes
// advance-widths.csv: the width of every character, from which charts measure their text.
// Usage: npm ci && node compile.mjs
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';

const here = dirname(fileURLToPath(import.meta.url));
const font = join(here, 'node_modules/@fontsource/source-sans-3');
const weights = [400, 600];

const lines = ['weight,codepoint,width'];
for (const weight of weights) {
  const name = `source-sans-3-latin-${weight}-normal`;
  copyFileSync(join(font, 'files', `${name}.woff2`), join(here, `${name}.woff2`));

  // woff and woff2 hold the same tables; woff needs no Brotli to be read.
  const bytes = readFileSync(join(font, 'files', `${name}.woff`));
  const parsed = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const glyphs = Object.entries(parsed.tables.cmap.glyphIndexMap)
    .map(([codepoint, glyph]) => [Number(codepoint), glyph])
    .sort((a, b) => a[0] - b[0]);
  for (const [codepoint, glyph] of glyphs) {
    const width = parsed.glyphs.get(glyph).advanceWidth * 1000 / parsed.unitsPerEm;
    lines.push(`${weight},${codepoint},${Math.round(width)}`);
  }
}

writeFileSync(join(here, 'advance-widths.csv'), lines.join('\n') + '\n');
copyFileSync(join(font, 'LICENSE'), join(here, 'OFL.txt'));
console.log(`${lines.length - 1} widths`);
