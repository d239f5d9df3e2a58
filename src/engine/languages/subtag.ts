/**
 * The lower-case primary subtag of a language tag ('fr-CA' → 'fr', 'eng' → 'en'). Undefined without a tag, and if the
 * tag names no language ('und', 'German').
 */
export function subtagOf(tag: string | undefined): string | undefined {
  const subtag = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
  if (subtag === 'und' || subtag === 'mul' || subtag === 'zxx') return undefined;
  return subtag?.length === 3 ? Intl.getCanonicalLocales(subtag)[0] : subtag;
}
