import fc from 'fast-check';

const character = fc.nat({ max: 0x10_ffff }).map((code) => String.fromCodePoint(code));

/** Texts of any characters. fast-check's own `binary` and `webUrl` first make a table of all of Unicode, in 1.4 s. */
export const anyText = (maxLength: number) => fc.string({ unit: character, maxLength });

const part = fc.oneof(
  fc.constantFrom('ferry', 'Ferry', 'amp', 'index.html', 'utm_source', 'id', 'comments'),
  fc.constantFrom('', '..', '%7e', '%', '?', '&'),
  anyText(4),
);
const query = fc.array(
  fc.tuple(part, part).map((pair) => pair.join('=')),
  { maxLength: 4 },
);

/** Addresses of web pages with paths, queries and anchors, also such as a browser has to mend. */
export const anyUrl = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.constantFrom(
      'a.example',
      'www.a.example',
      'm.a.example:8080',
      'ada:secret@amp.a.example',
      '[2606:4700::1]',
    ),
    path: fc.array(part, { maxLength: 4 }),
    query: fc.option(query),
    anchor: fc.option(part),
  })
  .map(({ scheme, host, path, query, anchor }) =>
    [
      `${scheme}://${[host, ...path].join('/')}`,
      query === null ? '' : `?${query.join('&')}`,
      anchor === null ? '' : `#${anchor}`,
    ].join(''),
  );
