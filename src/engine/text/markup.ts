import { Parser, Tokenizer } from 'htmlparser2';

/**
 * Calls `hear` for each tag and each run of text, in reading order, with its position and a tag's name in lower case.
 * A `<` without a tag name is text. Takes linear time even on hostile HTML.
 */
export function walkPieces(
  html: string,
  hear: (kind: 'text' | 'open' | 'close', name: string, start: number, end: number) => void,
): void {
  let name = '';
  let from = 0;
  const nothing = (): void => {};
  const opened = (end: number): void => hear('open', name, from, end + 1);
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (start, end) => hear('text', '', start, end),
      oncdata: (start, end, offset) => hear('text', '', start, end - offset),
      onopentagname(start, end) {
        from = start - 1;
        name = html.slice(start, end).toLowerCase();
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) =>
        hear('close', html.slice(start, end).toLowerCase(), start - 2, html.indexOf('>', end) + 1),
      onattribname: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** The attributes of a single tag, by lower-case names. If a name repeats, the first attribute counts. */
export function attributesIn(tag: string): ReadonlyMap<string, string> {
  let found = {};
  const parser = new Parser({
    onopentag(_name, attributes) {
      found = attributes;
    },
  });
  parser.end(tag);
  return new Map(Object.entries(found));
}
