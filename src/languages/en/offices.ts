import type { Offices } from '../language.ts';

const role =
  /(?:^|\s)(?:boss|CEO|captain|chair|chief|coach|head|judge|justice|king|lawmaker|mayor|MP|nurse|PM|pope|prince|princess|queen|\p{L}{2,}(?:ant|ary|ent|er|ian|ist|or|yst|man|woman|person))(?=\s|$)/iu;
const noRole = /^(?:after|another|either|ever|however|never|other|over|rather|than|under|whether)$/i;
/** Words before a name that may state an office: capitalised, or lower-case of three letters and more. */
const runBefore = /(?:(?:\p{Lu}[\p{L}.’'-]*|(?<=\p{Lu}[\p{L}.’'-]*\s)(?:of|for|and|the)|\p{Ll}{3,})\s)+$/u;
const behind =
  /^,\s((?:(?:the|an?|its|his|her|\p{Lu}[\p{L}-]*[’']s)\s)?)(?!(?:who|which|and|but|in|on|at|as|when|after|under|over)\s)([^,.;:“”"()]{3,80}?)(?=[,.;])/u;

/** The office right before a name: a run of words that are capitalised or roles. Empty if none of them is a role. */
function officeBefore(text: string): string {
  const run = runBefore.exec(text);
  const words = run?.[0].trim().split(' ') ?? [];
  // The first word may be cut off, as in "J&K spokesperson"; leave it out.
  if (run && /\S$/.test(text.slice(0, run.index))) words.shift();
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const fits = /^(?:\p{Lu}|(?:of|for|the)$)/u.test(word) || (role.test(word) && !noRole.test(word));
    if (!fits || /\.\p{Lu}/u.test(word)) break;
    from--;
  }
  while (from < words.length && /^(?:of|for|the|The|But|And)$/.test(words[from] ?? '')) from++;
  const office = words.slice(from).join(' ');
  return role.test(office) && !/[.!?]$/.test(office) ? `${office} ` : '';
}

/** "President Ida Brandt", "Ida Brandt, the mayor of Skarrow" */
function withOffice(name: string, before: string, after: string): string {
  const office = officeBefore(before);
  if (office !== '') return `${office}${name}`;
  if (role.test(name.split(' ').slice(0, -2).join(' '))) return name;
  const [, determiner = '', stated = ''] = behind.exec(after) ?? [];
  const opening = stated
    .split(' ')
    .slice(0, determiner === '' ? 2 : 5)
    .join(' ');
  return role.test(opening) ? `${name}, ${determiner}${stated}` : name;
}

export const offices: Offices = {
  withOffice,
  isThing: (name, paragraph) =>
    !role.test(name) &&
    ['the', 'The'].some(
      (article) => paragraph.includes(`${article} ${name},`) || paragraph.includes(`${article} ${name} `),
    ),
};
