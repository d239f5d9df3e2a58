const entitiesMax = 100;
const expansionMax = 1_000_000;

const referencePattern = /&(?:#(\d{1,7});?|#x([0-9a-f]{1,6});?|([a-z][a-z0-9]{0,31});|)/gi;
const xmlNames = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const latinSupplement = new TextDecoder('windows-1252');

/** Of a reference from 128 to 159, which to XML is a control character, what it means on the web: windows-1252. */
const meantBy = (code: number): string => latinSupplement.decode(new Uint8Array([code]));

/** The text with what such references mean in their place. */
export function withMeantCharacters(text: string): string {
  return text.replace(/&#(?:0*(12[89]|1[345]\d)|x0*([89][\da-f]));/gi, (_, decimal?: string, hex?: string) =>
    meantBy(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)),
  );
}

function numbered(code: number): string {
  if (code >= 128 && code <= 159) return meantBy(code);
  const allowed =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000));
  if (!allowed || code === 0xfffe || code === 0xffff) return '';
  return code === 38 || code === 60 ? `&#${code};` : String.fromCodePoint(code);
}

/** Text with every `&` either one of XML's own references or escaped; entities of the document are put in. */
export function safeText(text: string, expand: (name: string) => string | undefined): string {
  if (!text.includes('&')) return text;
  return text.replace(referencePattern, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return numbered(Number(decimal));
    if (hex !== undefined) return numbered(Number.parseInt(hex, 16));
    if (name === undefined) return '&amp;';
    if (xmlNames.has(name)) return whole;
    return expand(name) ?? `&amp;${name};`;
  });
}

/** Markup as text that shows it. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Entities that the document declares for itself, as text; nested and external ones are left out. */
export function ownEntities(prologue: string): (name: string) => string | undefined {
  const entities = new Map<string, string>();
  const pattern = /<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"]{0,2000})"|'([^']{0,2000})')\s*>/gi;
  for (const found of prologue.slice(0, 100_000).matchAll(pattern)) {
    const value = found[2] ?? found[3] ?? '';
    if (entities.size < entitiesMax && found[1] && !entities.has(found[1])) entities.set(found[1], value);
  }
  let leftCharacters = expansionMax;
  return (name) => {
    const value = entities.get(name);
    if (value === undefined) return undefined;
    leftCharacters -= value.length;
    return leftCharacters < 0 ? '' : safeText(value, () => undefined).replaceAll('<', '&lt;');
  };
}
