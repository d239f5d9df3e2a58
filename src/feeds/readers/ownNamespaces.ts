import { knownPrefix } from './names.ts';
import { type Tag, tagAt } from './scan.ts';

const attribute = 'xmlns=';
const value = /\sxmlns=\s*(?:"([^"<]*)"|'([^'<]*)')/;
/** Longer tags are not looked through. */
const tagCharactersMax = 1000;

/** The prefix that stands for the namespace which the element states; undefined for HTML and the formats themselves. */
function prefixOf({ closing, name, attributes }: Tag): string | undefined {
  const [, double, single] = value.exec(attributes.slice(0, tagCharactersMax)) ?? [];
  const prefix = knownPrefix(double ?? single ?? '');
  return closing || name.includes(':') || prefix === 'xhtml' ? undefined : prefix || undefined;
}

/**
 * The document with the known prefix on its texts that state a known namespace as their own, such as `<creator
 * xmlns="…/dc/…">`: readers go by names. From the root's tag on; linear in its length.
 */
export function withPrefixes(text: string, from: number): string {
  let written = '';
  let at = text.indexOf('>', from);
  let done = 0;
  /** Of the last CDATA section that was looked for: none is looked for twice. */
  let sectionEnd = 0;
  /** Where the element ends if it holds one text, wrapped or not. */
  const endOf = ({ name, end }: Tag): number => {
    const wrapped = text.startsWith('<![CDATA[', end);
    if (wrapped && sectionEnd >= 0 && sectionEnd < end) sectionEnd = text.indexOf(']]>', end);
    const close = wrapped && sectionEnd < 0 ? -1 : text.indexOf('<', wrapped ? sectionEnd : end);
    return close >= 0 && text.startsWith(`</${name}`, close) ? close : -1;
  };
  for (let found = text.indexOf(attribute, at); at >= 0 && found >= 0; found = text.indexOf(attribute, at)) {
    const before = text.slice(Math.max(at, found - tagCharactersMax), found);
    const start = found - before.length + before.lastIndexOf('<');
    const tag = before.includes('<') ? tagAt(text, start) : undefined;
    at = found + attribute.length;
    const prefix = tag && prefixOf(tag);
    if (!prefix) continue;
    const end = tag.selfClosing ? tag.end : endOf(tag);
    if (end < 0) continue;
    written += `${text.slice(done, start)}<${prefix}:${text.slice(start + 1, end)}`;
    if (!tag.selfClosing) written += `</${prefix}:`;
    done = tag.selfClosing ? end : end + 2;
    at = done;
  }
  return done === 0 ? text : written + text.slice(done);
}
