import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type CoverageChart, coverageSvg } from './coverage.ts';
import { partsFor } from './fonts.ts';

// The WebAssembly package runs everywhere; the faster native ones differ by platform and are missing in containers.
await initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));

const loaded = new Map<string, Uint8Array>();
const fontOf = (part: string): Uint8Array => {
  const font = loaded.get(part) ?? readFileSync(new URL(`fonts/${part}.woff2`, import.meta.url));
  loaded.set(part, font);
  return font;
};

/** Draws a chart as PNG. This takes about 0.1 s, mostly for the fonts, so call it in a worker. */
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
