import type { EventSheet } from './event.ts';
import { escapeMarkup } from './markup.ts';
import { pressTopics } from './topics.ts';

const width = 640;
const height = 400;

/** Shapes on a field of 640 × 400 with the ground at 300; `a` is the topic's colour, `p` paper, `i` ink. */
const motifs = {
  ferry: `<path class="p" d="M120 250h400l-40 60H170z"/><path class="p" d="M210 190h210v60H210zM250 150h110v40H250z"/><path class="a" d="M290 100h36v50h-36z"/><path class="i" d="M230 210h20v16h-20zm40 0h20v16h-20zm40 0h20v16h-20zm40 0h20v16h-20z"/>`,
  parliament: `<path class="p" d="M120 220h400v90H120z"/><path class="p" d="M230 220a90 90 0 0 1 180 0z"/><path class="i" d="M316 100h8v32h-8z"/><path class="a" d="M324 102l36 10-36 10z"/><path class="i" d="M150 240h20v50h-20zm60 0h20v50h-20zm60 0h20v50h-20zm60 0h20v50h-20zm60 0h20v50h-20zm60 0h20v50h-20z"/>`,
  moose: `<path class="p" d="M430 150h170v150H430z"/><circle class="a" cx="456" cy="246" r="18"/><path class="i" d="M150 190q30-34 70-20l54 8v58H150zM154 230h13v70h-13zM178 230h11v70h-11zM240 230h11v70h-11zM259 230h13v70h-13z"/><path class="i" d="M258 184l26-46 34-4 34 40-6 18-26-4-30 36z"/><path class="i" d="M296 138c-50 2-66-22-64-50 10 12 18 14 24 10 0-14 4-22 12-26 2 14 6 22 14 24 4-8 10-12 16-10 2 18 4 34-2 52zM306 138c40 2 58-20 56-48-8 10-16 12-22 8 0-12-4-20-12-24-2 12-6 20-12 22-4-6-8-8-14-6 0 18-2 32 4 48z"/>`,
  book: `<path class="p" d="M200 110h240v200H200z"/><path class="i" d="M200 110h22v200h-22z"/><path class="a" d="M318 150h28l10 110h-48zM312 138h40v14h-40z"/><path class="i" d="M286 260h92v8h-92z"/>`,
  pawn: `<circle class="p" cx="230" cy="160" r="34"/><path class="p" d="M205 195h50l22 105h-94z"/><circle class="i" cx="410" cy="160" r="34"/><path class="i" d="M385 195h50l22 105h-94z"/>`,
  ballotBox: `<path class="p" d="M200 190h240v120H200z"/><path class="i" d="M270 200h100v10H270z"/><path class="a" d="M285 110h70v90h-70z"/><path class="i" d="M300 150l14 16 26-34" fill="none" stroke="#22303a" stroke-width="8"/>`,
  pass: `<path class="p" d="M40 300l180-180 110 110 90-130 190 200z"/><path class="a" d="M200 140l20-20 26 26-18 4zM404 122l16-22 22 23-18 5z"/><path class="i" d="M300 262h50v38h-50zM286 284l20 16h-20z"/>`,
  containers: `<path class="a" d="M140 230h160v70H140z"/><path class="p" d="M310 230h160v70H310zM220 154h160v70H220z"/><path class="i" d="M500 90h14v210h-14zM360 90h150v12H360z"/>`,
  houses: `<path class="p" d="M110 210l60-60 60 60v90H110z"/><path class="a" d="M250 190l60-60 60 60v110H250z"/><path class="p" d="M390 220l60-60 60 60v80H390z"/><path class="i" d="M155 250h30v50h-30zm140-10h30v60h-30zm140 20h30v40h-30z"/>`,
  bank: `<path class="p" d="M150 170l170-80 170 80zM150 280h340v24H150z"/><path class="p" d="M180 180h30v90h-30zm80 0h30v90h-30zm90 0h30v90h-30zm80 0h30v90h-30z"/><circle class="a" cx="320" cy="142" r="18"/>`,
  furnace: `<path class="p" d="M180 140h70l20 160H160zM330 180h150v120H330z"/><path class="a" d="M200 290c0-30 20-34 14-60 24 14 30 40 22 60z"/><path class="i" d="M420 90h26v90h-26z"/>`,
  can: `<path class="p" d="M220 150h200v130H220z"/><ellipse class="p" cx="320" cy="150" rx="100" ry="26"/><ellipse class="i" cx="320" cy="150" rx="80" ry="17"/><path class="a" d="M250 215c40-30 80-30 110 0l24-18v36l-24-18c-30 30-70 30-110 0z"/>`,
  candle: `<path class="p" d="M290 170h60v130h-60z"/><path class="a" d="M320 90c26 34 26 60 0 70-26-10-26-36 0-70z"/><path class="i" d="M240 296h160v14H240z"/>`,
  mast: `<path d="M320 110l-60 190M320 110l60 190M282 230h76M296 180h48" class="l"/><circle class="a" cx="320" cy="104" r="12"/><path d="M270 70a70 70 0 0 0 0 70M370 70a70 70 0 0 1 0 70M240 50a110 110 0 0 0 0 110M400 50a110 110 0 0 1 0 110" class="l"/>`,
  robot: `<path class="p" d="M240 150h160v110H240z"/><circle class="a" cx="285" cy="195" r="14"/><circle class="a" cx="355" cy="195" r="14"/><path d="M320 150v-40M260 260v44M320 260v44M380 260v44" class="l"/><path class="i" d="M290 228h60v8h-60z"/>`,
  phone: `<path class="p" d="M255 80h130v230H255z"/><path class="a" d="M275 110h90v60h-90z"/><path class="i" d="M275 190h90v10h-90zm0 24h60v10h-60zm0 24h76v10h-76z"/>`,
  logBoat: `<path class="p" d="M100 240c120 70 320 70 440 0l-20 50c-110 40-290 40-400 0z"/><path class="i" d="M170 262c100 36 200 36 300 0v10c-100 36-200 36-300 0z"/><path class="a" d="M70 310h500v14H70z"/>`,
  comet: `<circle class="p" cx="420" cy="140" r="26"/><path class="a" d="M408 118L150 250l250-90z"/><path class="i" d="M60 310l110-40 120 30 130-50 180 60z"/><circle class="p" cx="140" cy="90" r="3"/><circle class="p" cx="250" cy="60" r="3"/><circle class="p" cx="540" cy="80" r="3"/>`,
  eel: `<path d="M120 230c60-90 100 60 170 0s90-90 150-20 60 20 90-10" fill="none" stroke="#f6f1e6" stroke-width="26" stroke-linecap="round"/><circle class="i" cx="128" cy="222" r="5"/><path class="a" d="M60 300h520v10H60z"/>`,
  flask: `<path class="p" d="M285 90h70v80l70 120H215l70-120z"/><path class="a" d="M250 230h140l35 60H215z"/><path class="i" d="M278 84h84v12h-84z"/>`,
  hospital: `<path class="p" d="M180 150h280v150H180z"/><path class="a" d="M304 170h32v24h24v32h-24v24h-32v-24h-24v-32h24z"/><path class="i" d="M200 230h40v70h-40zm200 0h40v70h-40z"/>`,
  spectacles: `<circle cx="240" cy="210" r="62" class="l"/><circle cx="400" cy="210" r="62" class="l"/><path d="M302 200c10-14 26-14 36 0M178 200l-50-40M462 200l50-40" class="l"/><circle class="a" cx="240" cy="210" r="40"/><circle class="a" cx="400" cy="210" r="40"/>`,
  wave: `<path class="p" d="M40 250c60-60 110 20 170-20s110 20 170-20 110 30 220-10v110H40z"/><path class="a" d="M40 285c60-40 110 20 170-10s110 20 170-10 110 20 220-10v66H40z"/><path class="i" d="M480 80h16v110h-16z"/><circle class="a" cx="488" cy="196" r="18"/>`,
  storm: `<path class="p" d="M180 160a50 50 0 0 1 90-40 60 60 0 0 1 110 10 46 46 0 0 1 20 90H190a34 34 0 0 1-10-60z"/><path class="a" d="M310 220h44l-30 40h30l-70 70 24-56h-28z"/><path d="M200 240l-20 50M240 240l-20 50M400 240l-20 50" class="l"/>`,
  glacier: `<path class="p" d="M60 300l140-160 60 50 90-110 100 120 130 100z"/><path class="a" d="M200 300l60-90 60 40 50-50 40 100z"/><path class="i" d="M120 300h8v-60h-8zM128 240h30v18h-30z"/>`,
  turbine: `<path d="M220 300V160M430 300V130" class="l"/><path class="p" d="M220 160l-8-80h16zM220 160l66 44-10 12zM220 160l-66 44 10 12zM430 130l-8-80h16zM430 130l66 44-10 12zM430 130l-66 44 10 12z"/><path class="a" d="M60 300h520v10H60z"/>`,
  ball: `<circle class="p" cx="320" cy="210" r="84"/><path class="i" d="M320 176l32 24-12 38h-40l-12-38z"/><path class="a" d="M60 300h520v8H60z"/>`,
  puck: `<path d="M220 90l120 190h70" class="l"/><ellipse class="i" cx="450" cy="286" rx="40" ry="14"/><path class="a" d="M60 306h520v8H60z"/>`,
  swimmer: `<circle class="p" cx="330" cy="210" r="28"/><path d="M300 240l-90-50M300 244l-120 16" class="l"/><path class="a" d="M40 255c60-30 110 20 170-10s110 20 170-10 110 20 220-10v86H40z"/>`,
  curtain: `<path class="a" d="M80 60h170c0 90-40 170-120 240H80zM560 60H390c0 90 40 170 120 240h50z"/><path class="p" d="M306 150a14 14 0 1 1 28 0 14 14 0 0 1-28 0zM296 300l14-130h20l14 130z"/>`,
  painting: `<path class="i" d="M180 80h280v230H180z"/><path class="p" d="M200 100h240v190H200z"/><circle class="a" cx="300" cy="170" r="36"/><path class="i" d="M330 250c30-40 60 10 90-20" fill="none" stroke="#22303a" stroke-width="10"/>`,
  film: `<path class="i" d="M170 170h300v130H170z"/><path class="p" d="M170 120l290-40 8 40-290 42z"/><path class="a" d="M220 112l40-6 20 40-42 6zM320 98l40-6 20 40-42 6z"/>`,
  guitar: `<path class="a" d="M200 250a56 56 0 0 1 70-70c30 8 40-20 66-10l30 30c10 26-18 36-10 66a56 56 0 0 1-70 70c-60-4-80-40-86-86z"/><circle class="i" cx="300" cy="236" r="22"/><path class="p" d="M345 180l100-100 18 18-100 100z"/>`,
  lighthouse: `<path class="p" d="M290 140h60l20 160H270z"/><path class="i" d="M284 110h72v30h-72z"/><path class="a" d="M284 118L80 70v110zM356 118l204-48v110z"/>`,
  gamepad: `<path class="p" d="M180 160h280c50 0 80 130 40 140-34 6-50-50-90-50H230c-40 0-56 56-90 50-40-10-10-140 40-140z"/><path class="i" d="M210 190h16v-16h16v16h16v16h-16v16h-16v-16h-16z"/><circle class="a" cx="400" cy="190" r="13"/><circle class="a" cx="434" cy="208" r="13"/>`,
  handheld: `<path class="p" d="M130 130h380v160H130z"/><path class="i" d="M220 150h200v120H220z"/><path class="a" d="M250 240l40-50 40 30 40-40 30 60z"/><circle class="i" cx="175" cy="190" r="20"/><circle class="i" cx="465" cy="190" r="20"/>`,
} as const;

/** What a drawing shows. */
export type Motif = keyof typeof motifs;

/** Undefined for an event without a picture. The alt text is in the drawing too, for readers that open it by itself. */
export function drawPicture(event: EventSheet): string | undefined {
  if (!event.picture) return undefined;
  const colour = pressTopics.find((topic) => topic.id === event.topic)?.colour ?? 0x666666;
  const accent = `#${colour.toString(16).padStart(6, '0')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escapeMarkup(event.picture.alt)}</title>
<style>.a{fill:${accent}}.p{fill:#f6f1e6}.i{fill:#22303a}.l{fill:none;stroke:#f6f1e6;stroke-width:10}</style>
<rect width="${width}" height="${height}" fill="#9fb6c3"/><rect y="300" width="${width}" height="100" fill="#71909f"/>
${motifs[event.picture.motif]}
</svg>
`;
}
