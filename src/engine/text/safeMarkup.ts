/** HTML or XML with escaped values. Only `markup` creates it. */
export class SafeMarkup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for elements and attributes of HTML and XML. Drops characters that XML 1.0 can't hold. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[[\p{Cc}--[\t\n\r]]\ufffe\uffff]/gv, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** A template whose values are escaped, unless they are markup. */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | SafeMarkup | readonly SafeMarkup[])[]
): SafeMarkup {
  const written = (value: (typeof values)[number]): string => {
    if (value instanceof SafeMarkup) return value.text;
    return typeof value === 'object' ? value.map(({ text }) => text).join('\n') : escaped(String(value));
  };
  return new SafeMarkup(String.raw({ raw: strings }, ...values.map(written)));
}

export const nothing = markup``;
