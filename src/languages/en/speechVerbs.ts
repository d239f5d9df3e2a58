import { list } from '../words.ts';

/** A verb that reports speech. Strong verbs do so by themselves, weak ones only before a quotation. */
export interface SpeechVerb {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  readonly participle: boolean;
}

/** Verbs that are rarely nouns, so all their forms count. */
const strongVerbs = list(`
  say tell add write argue explain insist declare announce ask respond warn continue recall admit acknowledge concede
  assert contend maintain observe quip complain confess conclude emphasize emphasise urge vow proclaim testify shout
  yell scream whisper mutter reiterate lament elaborate allege predict rant agree concur inform advise recount plead
  read bellow clarify exhort grumble murmur preach reassure speculate affirm apologise apologize confide interrupt scoff
  shriek
`);
/** Words that are nouns as often, so only their past forms and participles are surely verbs. */
const strongNouns = list(`
  tweet claim state note reply answer remark comment joke stress pledge promise demand wonder caution repeat snap
  counter post report reflect reason estimate forecast object protest cry bark roar chant laugh regret email message
`);
const weakVerbs = list(`
  describe accuse slam criticize criticise reveal suggest confirm deny propose think believe feel know denounce
  characterize characterise dismiss speak discuss compare mention express imply indicate see applaud commend
  condemn underline underscore consider remember celebrate call
`);
const weakNouns = list(`
  label dub brand blast praise mock refer charge cite quote hope point hail detail attack hint offer summarize thank
  welcome reject defend tout
`);

const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew'],
  read: ['read'],
  speak: ['spoke'],
  see: ['saw'],
};
const doubling = /^(?:admit|concur|dub|quip|refer|regret|slam|snap)$/;

type Form = Pick<SpeechVerb, 'strong' | 'participle'>;
const forms = new Map<string, Form>();

function inflect(lemma: string, strong: boolean, isNoun: boolean): void {
  const stem = doubling.test(lemma) ? lemma + lemma.slice(-1) : lemma.replace(/e$/, '');
  const past = irregular[lemma] ?? [/[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`];
  const third = /[^aeiou]y$/.test(lemma)
    ? `${lemma.slice(0, -1)}ies`
    : lemma + (/(?:s|sh|ch|x)$/.test(lemma) ? 'es' : 's');
  for (const form of isNoun ? past : [lemma, third, ...past]) forms.set(form, { strong, participle: false });
  forms.set(`${stem === 'agre' ? lemma : stem}ing`, { strong, participle: true });
}
for (const lemma of weakNouns) inflect(lemma, false, true);
for (const lemma of weakVerbs) inflect(lemma, false, false);
for (const lemma of strongNouns) inflect(lemma, true, true);
for (const lemma of strongVerbs) inflect(lemma, true, false);

/** Words before a form that isn't a verb ("his claims", "so-called") or has another subject ("was told"). */
const notBefore = /(?:^|\s)(?:is|was|were|been|being|be|are|get|got|the|a|an|of|his|her|their|its)\s$|-$/i;

/** The verbs of speech in a clause, in order. */
export function speechVerbs(text: string): SpeechVerb[] {
  return [...text.matchAll(/(?<![\p{L}’'])\p{Ll}[\p{L}’']*/gu)].flatMap(({ 0: word, index }) => {
    const form = forms.get(word);
    const before = text.slice(Math.max(0, index - 10), index);
    if (!form || (!form.participle && notBefore.test(before))) return [];
    return [{ ...form, start: index, end: index + word.length }];
  });
}
