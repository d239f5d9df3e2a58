import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type CoverageChart, coverageSvg } from './coverage.ts';
import { partsFor } from './fonts.ts';

// WebAssembly, because the faster native packages are optional per platform, and container images lack them.
await initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

const loaded = new Map<string, Uint8Array>();
const fontOf = (part: string): Uint8Array => {
  const font = loaded.get(part) ?? readFileSync(new URL(`fonts/${part}.woff2`, import.meta.url));
  loaded.set(part, font);
  return font;
};

/** A chart as PNG. Takes a tenth of a second, mostly for the fonts, so call it in a worker. */
export function drawnPng(chart: CoverageChart): Uint8Array {
  const svg = coverageSvg(chart);
  const font = { fontBuffers: partsFor(svg).map(fontOf), defaultFontFamily: 'Noto Sans', loadSystemFonts: false };
  const resvg = new Resvg(svg, { font });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
