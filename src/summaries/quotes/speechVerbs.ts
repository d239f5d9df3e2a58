/** How surely a verb tells that its subject speaks: strong ones do alone, weak ones only in front of a quotation. */
export interface SpeechVerb {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly strong: boolean;
  readonly participle: boolean;
}

const strongLemmas =
  'say tell add write tweet argue claim state note explain insist declare announce ask reply respond answer warn continue recall admit acknowledge concede assert contend maintain observe remark comment joke quip boast complain confess conclude emphasize emphasise stress urge vow pledge exclaim proclaim testify shout yell scream whisper mutter wonder caution opine reiterate repeat retort snap lament muse elaborate allege counter predict post fume gush rant agree concur inform stipulate counsel advise promise demand deadpan recount reflect reason interject intone implore plead thunder read report cry chant bark roar growl bellow bemoan bristle chide chuckle clarify estimate exhort forecast grumble hiss instruct jest lecture moan mumble murmur object preach protest recollect recommend relate remind reassure rebut sigh sneer sob speculate surmise swear tease theorize theorise venture volunteer affirm apologise apologize attest brag confide crow enthuse gasp gripe groan howl interrupt marvel posit profess query rail reckon scoff scold text whine mouth fret laugh smile grin shrug nod chortle giggle drawl stammer stutter splutter croak snarl rasp squeal shriek wail gloat rave blurt coo cackle enquire inquire beseech beg admonish berate upbraid rebuke reproach harangue heckle taunt jeer deplore rue regret mourn chorus email message blog scrawl scribble pontificate reminisce remonstrate rejoin commiserate sympathise sympathize congratulate'.split(
    ' ',
  );
const weakLemmas =
  'call describe label dub brand accuse blast slam criticize criticise praise mock refer reveal suggest confirm deny charge propose cite quote think believe feel know hope point denounce deride characterize characterise dismiss speak discuss compare mention express detail hail tout conclude promise lambast decry castigate imply indicate outline list title deem sum portray echo hear see find worry laud applaud commend sing attribute caption condemn attack rule order hint offer underline underscore summarize summarise thank suppose consider liken ridicule salute remember regard term bill welcome celebrate assail skewer chastise lambaste pillory extol trumpet herald pronounce nickname paint expect anticipate foresee fear doubt reject appeal defend justify frame depict pitch interpret invoke advertise'.split(
    ' ',
  );

const irregular: Record<string, readonly string[]> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew'],
  read: [],
  speak: ['spoke', 'spoken'],
  see: ['saw', 'seen'],
  find: ['found'],
  sing: ['sang', 'sung'],
  hear: ['heard'],
  swear: ['swore', 'sworn'],
};
/** Stressed on the last syllable, so "admitted"; British English doubles an unstressed l too. */
const doubling = new Set(
  'admit beg brag concur deadpan dub fret grin nod quip rebut refer regret shrug slam snap sob sum'.split(' '),
);
const doublingInBritain = new Set('counsel label marvel'.split(' '));

interface Form {
  readonly lemma: string;
  readonly strong: boolean;
  readonly participle: boolean;
}

const forms = new Map<string, Form>();

function inflect(lemma: string, strong: boolean, doubled = doubling.has(lemma)): void {
  if (!doubled && doublingInBritain.has(lemma)) inflect(lemma, strong, true);
  const base = doubled ? lemma + lemma.slice(-1) : lemma.replace(/e$/, '');
  const past = irregular[lemma] ?? [/[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${base}ed`];
  const third = /[^aeiou]y$/.test(lemma)
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|sh|ch|x)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  for (const form of [lemma, third, ...past])
    if (!forms.has(form)) forms.set(form, { lemma, strong, participle: false });
  const ing = `${/ee$/.test(lemma) ? lemma : base}ing`;
  if (!forms.has(ing)) forms.set(ing, { lemma, strong, participle: true });
}
for (const lemma of strongLemmas) inflect(lemma, true);
for (const lemma of weakLemmas) inflect(lemma, false);
// A session in nearly every news text, even behind a name ("at a Senate hearing").
forms.delete('hearing');

/** Forms that are nouns as often: verbs only behind a name, a pronoun or an adverb. */
const nounLike = new Set(
  'tweet tweets quote quotes claim claims report reports call calls post posts note notes charge charges comment comments answer answers pledge pledges promise promises demand demands state states brand brands label labels point points title titles list lists attack attacks hope hopes joke jokes stress reply urge address addresses praise blast counter detail details reason reasons hail repeat snap caution counsel feeling finding findings saying writing meaning posting reporting thought remark remarks worry worries counters boast complain wonder echo echoes think cry cries chant chants order orders rule rules hint hints offer offers object objects protest protests lecture lectures estimate estimates forecast forecasts sigh sighs murmur murmurs chuckle sneer venture ventures volunteer volunteers tease bark roar thanks ruling offering order salute ridicule query queries text texts groan groans gasp gasps gripe gripes howl howls rail rails crow crows marvel marvels whine laugh laughs smile smiles grin grins shrug shrugs nod nods drawl stutter snarl rasp squeal squeals shriek shrieks wail wails rave raves coo cackle rebuke rebukes reproach taunt taunts jeer jeers regret regrets chorus email emails message messages blog blogs mourning term terms bill bills welcome trumpet herald paint fear fears doubt doubts mouth mouths appeal appeals frame frames pitch pitches messaging texting blogging emailing'.split(
    ' ',
  ),
);

const word = /[\p{L}’']+/gu;
const named = /^\p{Lu}[\p{L}’'.]*(?<![’']s?)$/u;
/** "Democrats claim", "they report that", but "a Facebook post", "a morning tweet that". */
const severalBefore = /^(?:I|you|we|they|who|people|men|women|to|not|\p{L}+ly|[\p{L}.]*s)$/u;

const wordMax = 30;
const blank = /\s/;
const ofWord = /[\p{L}’'.]/u;

/**
 * The word that ends before `at`, a comma between them left out; read backwards, for a pattern tied to the end would
 * look from every letter.
 */
function wordBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && blank.test(text.charAt(end - 1))) end--;
  if (text.charAt(end - 1) === ',') end--;
  let start = end;
  while (start > Math.max(0, at - wordMax) && ofWord.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** The verbs of speech in a clause, in order; look-alike nouns ("his claims", "news reports") are left out. */
export function speechVerbs(text: string): SpeechVerb[] {
  const found: SpeechVerb[] = [];
  for (const match of text.matchAll(word)) {
    const form = forms.get(match[0].toLowerCase());
    if (!form) continue;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    // A capital begins a name ("State Police"), or a sentence with its verb first ("Said Brandt").
    if (/^\p{Lu}/u.test(match[0]) && match[0] !== 'Said' && (match.index > 0 || form.lemma === match[0].toLowerCase()))
      continue;
    // "agreed to sell": that is done, not said.
    if (/^(?:agree|offer|volunteer)$/.test(form.lemma) && /^\s+to\b/.test(behind)) continue;
    // "the so-called"
    if (text.charAt(match.index - 1) === '-') continue;
    const before = wordBefore(text, match.index);
    const agrees = form.lemma !== match[0] || severalBefore.test(before);
    const clause =
      agrees &&
      /^\s+that\b/.test(text.slice(match.index + match[0].length)) &&
      /\p{Ll}$/u.test(before) &&
      !/^(?:the|a|his|her|their|its|of)$/.test(before);
    // "…, saying: “…”" and "by saying" stand where no noun can.
    const trails =
      form.participle &&
      /(?:,|\b(?:by|heard|seen|shown|caught|filmed))\s*$/.test(text.slice(Math.max(0, match.index - 8), match.index));
    // "“…,” sighs Ida Brandt", "a report calls it ", "the ad calls Brandt "
    const inverts =
      agrees &&
      ((match.index === 0 && /^\s\p{Lu}/u.test(behind)) ||
        /^\s(?:it|him|them|us|me)\b/.test(behind) ||
        /^calls\s(?:\p{Lu}[\p{L}.’'-]*\s){1,3}(?:an?\s|the\s)?$/u.test(text.slice(match.index, match.index + 90)));
    if (
      nounLike.has(match[0]) &&
      !clause &&
      !inverts &&
      !trails &&
      !/^(?:he|she|they|who|and|also|then|later|I|we|\p{L}+ly)$/u.test(before) &&
      !(agrees && named.test(before))
    )
      continue;
    // "was told", "were called": somebody else speaks.
    if (
      !form.participle &&
      /^(?:is|was|were|been|being|be|are|get|got|the|a|an|of|his|her|their|its|so-called)$/i.test(before)
    )
      continue;
    found.push({ start: match.index, end: match.index + match[0].length, ...form });
  }
  return found;
}
