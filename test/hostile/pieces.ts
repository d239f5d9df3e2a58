import fc from 'fast-check';

/** A host, id and time that never occur in Lede's own parts of a card. */
export const evilHost = 'evil.invalid';
export const evilId = '900000000000000009';
export const evilSecond = '1234567890';
/** Contained in every construct, and nowhere else. */
export const mark = 'MARKED';

/** Constructs by which a feed could make Discord show something other than plain text. */
const constructs: readonly string[] = [
  ...['**', '*', '__', '_', '~~', '||', '`', '``', '***', '**_', '||~~'].map(
    (sign) => `${sign}${mark}${[...sign].reverse().join('')}`,
  ),
  `\`\`\`${mark}\`\`\``,
  `\n\`\`\`js\n${mark}\n\`\`\`\n`,
  ...['# ', '## ', '### ', '-# ', '- ', '* ', '+ ', '1. ', '10) ', '> ', '>>> ', '  - ', '-# # ', '> # '].flatMap(
    (start) => [`\n${start}${mark}\n`, `${start}${mark} `],
  ),
  ...['@', '@!', '@&', '#'].map((sign) => `<${sign}${evilId}>`),
  ...['@everyone', '@here', '<id:browse>', '<id:customize>', '<id:guide>', '<id:linked-roles>'],
  ...['', ':R', ':F', ':t'].map((style) => `<t:${evilSecond}${style}>`),
  ...['evil', 'evil sub', 'story'].map((name) => `</${name}:${evilId}>`),
  ...[`<:${mark}:${evilId}>`, `<a:${mark}:${evilId}>`, ':skull:', ':+1:', ':flag_de:'],
  `[${mark}](http://${evilHost}/a)`,
  `[${mark}](<http://${evilHost}/a>)`,
  `[${mark}](http://${evilHost}/a "title")`,
  `[${mark}](https://${evilHost}/a_(b)_c)`,
  `](http://${evilHost}/a)`,
  `[**${mark}**](http://${evilHost})`,
  `[[${mark}]](http://${evilHost})`,
  `![${mark}](http://${evilHost}/a.png)`,
  ...['http://', 'https://', 'HTTPS://', 'ftp://', 'discord://', 'steam://'].map(
    (scheme) => `${scheme}${evilHost}/a_b_c`,
  ),
  ...[`<https://${evilHost}>`, `<mailto:a@${evilHost}>`, `<tel:+4930123456>`, `<sms:+4930123456>`],
  ...['discord.gg', 'https://discord.gg', 'discord.com/invite', 'dis.gd'].map((host) => `${host}/evilx`),
  // Single characters.
  ...'\\[]()<>|`*_~#@:',
  ...['\\\\', '\\*', '\\[', '||', '```', '**'],
  `\\**${mark}**`,
  `\\[${mark}](http://${evilHost}/a)`,
  `\\<t:${evilSecond}>`,
  ...'\u202e\u202d\u2066\u2067\u2069\u200f\u061c\u200b\u2060\ufeff\u00ad\u3164\u180e',
  `<\u200b@${evilId}>`,
  `@\u200beveryone`,
  `[${mark}]\u200b(http://${evilHost}/a)`,
  `htt\u00adps://${evilHost}/a`,
  `*\u2060*${mark}*\u2060*`,
  `z${'\u0301'.repeat(80)}`,
  `${'\u{e0041}'.repeat(20)}`,
  '\u0000',
  '\u001b[31m',
  '\ud800',
  `words${'x'.repeat(3_000)}`,
  `${'* '.repeat(400)}`,
  `${'['.repeat(300)}${']'.repeat(300)}`,
  '👩‍👩‍👧 ',
  // Feed readers remove tags, which must not leave any character in front of the mark.
  '<b>bold</b>',
  '<script>alert(1)</script>',
  `<a href="http://${evilHost}/a">words</a>`,
  `<img src="http://${evilHost}/a.png" alt="**${mark}**">`,
  `<h1>words</h1>`,
  `<ul><li>words</li></ul>`,
  `<blockquote>words</blockquote>`,
];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const encoded = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
const numbered = (text: string) => Array.from(text, (sign) => `&#${sign.codePointAt(0)};`).join('');

/** One construct, or two nested ones, raw or encoded as entities, which feed readers decode. */
const piece: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...constructs),
    fc.option(fc.constantFrom(...constructs), { nil: undefined, freq: 3 }),
    fc.constantFrom(
      (text: string) => text,
      (text: string) => text,
      encoded,
      (text: string) => encoded(encoded(text)),
      numbered,
    ),
  )
  .map(([outer, inner, write]) => write(inner === undefined ? outer : outer.replace(mark, inner)));

/** Pieces with their positions in a text: before which word, as a fraction of the text, and with which separator. */
export const injections = fc.array(
  fc.tuple(
    fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    piece,
    // Separated by spaces, or directly attached to the neighbouring words.
    fc.constantFrom(' ', ''),
  ),
  { minLength: 1, maxLength: 3 },
);
export type Injections = typeof injections extends fc.Arbitrary<infer Value> ? Value : never;

export function inject(text: string, given: Injections): string {
  const words = text.split(' ');
  for (const [share, made, glue] of given) {
    const at = Math.round(share * words.length);
    words.splice(at, glue === '' ? 1 : 0, glue === '' ? `${words[at] ?? ''}${made}` : made);
  }
  return words.join(' ');
}
