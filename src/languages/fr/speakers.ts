import type { Around } from '../language.ts';
import { either } from '../words.ts';

/** Verbs in -er, by their stems: "affirme", "affirmait", "affirmé". */
const stems = either(`
  abond affirm ajout alert annonc argument arriv assur avanc avou chuchot clam comment concèd concéd confess confi confirm
  constat déclar demand dénonc déplor détaill estim expliqu expos fustig glaiss indiqu insist interpell iron ironis
  jug justifi lanc martel menac murmur nuanc not observ plaid précis proclam promet protest racont rappel rappell
  regrett réclam répét répèt répliqu résum rétorqu révél révèl salu signal soulign souffl soupir suggér suggèr témoign
  temper tempêt tempér tonn tranch tweet pest plaisant point rembob
`);
const irregular = either(`
  dit disait écrit écrivait répond répondait prévient prévenait soutient soutenait reconnaît admet admettait promet
  conclut poursuit sourit sourient rit renchérit réagit avertit prédit dément lit
`);
const participles = either(`
  dit écrit répondu prévenu soutenu reconnu admis promis conclu poursuivi renchéri réagi averti prédit démenti
`);
const reflexive = either(
  'félicit réjouit réjoui indign inquièt inquiét agac étonn désol emport défend défendu alarm offusqu',
);

const adverb = '(?:\\s(?:alors|aussi|ainsi|encore|également|notamment|ensuite|\\p{Ll}+ment))?';
const perfect = `(?:a|ont|avait|avaient|aurait)${adverb}\\s(?:(?:${stems})é|${participles})`;
const simple = `(?:${stems})(?:e|ent|ait|aient)|${irregular}`;
const itself = `(?:s['’]|se\\s)(?:est\\s|sont\\s|était\\s)?(?:${reflexive})(?:e|é|ée|és|ait)?`;
const verb = `(?:${perfect}|${simple}|${itself})`;

const name = "\\p{Lu}[\\p{L}'’-]*\\p{L}";
const particle = '(?:de|du|van|von|der|al|bin|ben|el)';
/** "Emmanuel Brandt", "Dominique de Roth", "M. Roth" */
const run = `(?:(?:M|Mme|Mlle|Me|Dr|Pr)\\.?\\s)?${name}(?:\\s(?:\\p{Lu}\\.|${name}|d['’]${name}|${particle}(?=(?:\\s(?:la|le))?\\s\\p{Lu})(?:\\s(?:la|le))?)){0,4}`;
const determiner = "(?:(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?|[Ss]on|[Ss]a|[Ss]es|[Ll]eurs?|[Cc]ette|[Cc]et?)\\s|[Ll]['’])";
/** "le ministre de l’Intérieur", with the name after it if there is one. */
const role = `${determiner}[\\p{L}-]+(?:\\s(?!(?:a|est|qui|dans|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|au micro|de|du|des|à|en)\\s)[\\p{Ll}\\d'’-]+|\\s(?:de\\s|du\\s|des\\s|d['’]|à\\s|en\\s)(?:l['’]|la\\s|le\\s|les\\s)?[\\p{L}-]+){0,8}?`;
/** "à l’AFP", "lundi", "sur France Inter": what may stand between a verb and its subject. */
const aside =
  "(?:\\s(?:à|au|aux|sur|devant|auprès|dans|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|mercredi)(?:\\s(?:soir|matin|midi))?(?:\\s(?:de\\s|d['’])?(?:l['’]|la\\s|le\\s|un\\s|une\\s)?[\\p{L}-]+){0,3}?,?)?";
const subject = `(?:${role},?\\s(${run})|(${run})|(${role})(?=[,.;]|\\s(?:a|à|au|dans|sur|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|devant|auprès)\\s|$))`;

/** "« … », a-t-il dit" */
const inverted = new RegExp(
  `^[,”»\\s]{0,3}(?:(?:a|avait|s['’]est)-?(?:t-)?|(?:${stems}|${irregular})e?-(?:t-)?)(il|elle)(?![\\p{L}-])`,
  'u',
);
const behind = new RegExp(`^[,”»\\s]{0,3}(?:${verb})${aside}\\s${subject}`, 'u');
const accordingTo = new RegExp(`^[,”»\\s]{0,3}(?:selon|d['’]après|dixit)\\s${subject}`, 'u');
/** "NAME a déclaré : « … »", "Le maire, NAME, a prévenu lundi : « … »" */
const ahead = new RegExp(
  `(?:^|[.!?”]\\s|,\\s)(?:${subject})(?:,\\s[^,.“”:]{2,80},)?(?:\\s(?:lui|leur|nous|en|y))?\\s(?:${verb})(?!\\p{L})[^.!?“”:]{0,80}:?\\s?$`,
  'u',
);
const source = new RegExp(`(?:^|[.!?”,]\\s)(?:[Ss]elon|[Pp]our|[Dd]['’]après)\\s${subject},\\s$`, 'u');
const notNames =
  /^(?:Le|La|Les|Un|Une|Des|Il|Elle|Ils|Elles|On|Ce|Cela|Je|Nous|Vous|Tu|Mais|Et|Son|Sa|Ses|Hier|Selon|Pour|Dans)(?!\p{L})/u;

function found(match: RegExpExecArray | null): string | undefined {
  const [, named, plain, office] = match ?? [];
  const speaker = [named, plain].find((one) => one !== undefined && !notNames.test(one)) ?? office;
  return speaker?.trim();
}

/**
 * The speaker named beside a quotation in a French sentence ("« … », a déclaré NAME", "NAME affirme : « … »", "selon
 * NAME"); "he" or "she" for "a-t-il dit" and "a-t-elle dit".
 */
export function frenchSpeaker({ before, after }: Around): string | undefined {
  const near = after.slice(0, 240);
  const [, pronoun] = inverted.exec(near) ?? [];
  if (pronoun !== undefined) return pronoun === 'il' ? 'he' : 'she';
  const beforeIt = before.slice(-300);
  return (
    found(behind.exec(near)) ??
    found(accordingTo.exec(near)) ??
    found(source.exec(beforeIt)) ??
    found(ahead.exec(beforeIt))
  );
}
