import { opensSentence } from '../text/sentenceWords.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const male = list(
  'Aaron Abdul Adam Adrian Ahmed Al Alan Albert Alejandro Alex Alexander Ali Andrew Andy Anthony Antonio Arthur Barack Ben Benjamin Bernard Bernie Bill Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brian Bruce Bryan Carl Carlos Chad Charles Charlie Chris Christian Christopher Chuck Clarence Clint Colin Corey Craig Dan Daniel Darren Dave David Dean Dennis Derek Diego Dmitry Dominic Don Donald Doug Douglas Dylan Ed Eddie Edward Emmanuel Eric Erik Ernest Ethan Eugene Evan Felix Fernando Francis Francisco Frank Franklin Fred Gabriel Gary Gavin Gene Geoffrey George Gerald Glenn Gordon Graham Greg Gregory Harold Harry Hassan Henry Herbert Hugh Ian Ibrahim Igor Isaac Ivan Jack Jacob Jake James Jason Javier Jay Jean Jeff Jeffrey Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel John Johnny Jon Jonathan Jordan Jorge Jose José Joseph Josh Joshua Juan Justin Karl Keith Ken Kenneth Kevin Khalid Kurt Kyle Larry Lawrence Lee Leo Leonard Lewis Louis Lucas Luis Luke Malcolm Manuel Marc Marco Marcus Mario Mark Martin Matt Matthew Max Michael Miguel Mike Mitch Mitt Mohamed Mohammad Mohammed Muhammad Nathan Neil Newt Nicholas Nick Nigel Noah Oliver Omar Oscar Otto Owen Pablo Patrick Paul Pedro Peter Phil Philip Phillip Pierre Rafael Ralph Ramon Rand Randy Ray Raymond Reince Ricardo Richard Rick Rob Robert Roberto Robin Roger Roland Ron Ronald Ross Roy Rudy Russell Ryan Sam Samuel Scott Sean Sebastian Sergei Seth Shane Shawn Simon Stefan Stephen Steve Steven Stuart Ted Terry Thomas Tim Timothy Todd Tom Tommy Tony Travis Trevor Tyler Victor Vincent Vladimir Walter Warren Wayne Wesley Will William Xavier Yusuf Zachary',
);
const female = list(
  'Abigail Alexandra Alice Alicia Alison Allison Amanda Amber Amy Ana Andrea Angela Angie Anita Ann Anna Anne Annie Ashley Barbara Beatrice Becky Beth Betty Bonnie Brenda Carla Carly Carmen Carol Caroline Carolyn Catherine Charlotte Cheryl Chelsea Christina Christine Cindy Claire Clara Claudia Colleen Connie Courtney Crystal Cynthia Dana Danielle Deborah Debbie Debra Denise Diana Diane Donna Doris Dorothy Eleanor Elena Elisabeth Elizabeth Ellen Emily Emma Erica Erin Esther Eva Evelyn Fatima Fiona Florence Gabriela Gail Gina Giulia Gloria Grace Greta Gretchen Hannah Heather Heidi Helen Hillary Holly Ida Ingrid Irene Isabel Ivanka Jackie Jacqueline Jane Janet Janice Jean Jeanne Jennifer Jenny Jessica Jill Jo Joan Joanna Joyce Judith Judy Julia Julie June Karen Kate Katherine Kathleen Kathryn Kathy Katie Kayla Kelly Kellyanne Kim Kimberly Kristen Kristin Laura Lauren Leah Leslie Linda Lindsay Lisa Lori Loretta Lucia Lucy Lydia Lynn Madeleine Margaret Maria Marie Marilyn Marina Marlene Martha Mary Maya Megan Melania Melanie Melissa Meredith Michele Michelle Monica Nadia Nancy Naomi Natalie Natasha Nicola Nicole Nina Nora Olga Olivia Pamela Patricia Patty Paula Peggy Penny Phyllis Rachel Rebecca Renee Robin Rosa Rose Roxane Ruth Sally Samantha Sandra Sara Sarah Shannon Sharon Sheila Shirley Sofia Sonia Sophia Sophie Stacy Stephanie Susan Suzanne Sylvia Tamara Tammy Tara Teresa Theresa Tiffany Tina Tracy Valerie Vanessa Vera Veronica Victoria Virginia Wendy Yolanda Yvonne Zoe',
);

/** Words that only organisations, places and papers have in their names. */
const notPeople =
  /\b(?:Inc|Corp|Co|Ltd|LLC|Times|Post|News|Journal|Tribune|Herald|Gazette|Press|Magazine|University|College|School|Institute|Party|Department|Ministry|House|Senate|Congress|Court|Company|Committee|Commission|Council|Police|Government|Group|Bank|Union|Association|Agency|Office|Bureau|Center|Centre|Foundation|Fund|State|States|County|City|Street|Avenue|River|Club|Network|Radio|Television|TV|Info|The|Open|Cup|League|Championships?|Games|Olympics|Prix|Festival|Awards|Academy|Museum|Hospital|Church|Parliament|Kingdom|Nations|Europe|Service|Services|Administration|Authority|Board|Republicans|Democrats|Democratic|Republican|Army|Navy|Force|Guard|Twitter|Facebook|Instagram|Breitbart|Reuters|CNN|NBC|CBS|ABC|BBC|NPR|MSNBC|AP|UPI|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|American|America|Americans|Muslims|Christians)\b/;

const title =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Gen|Col|Capt|Maj|Sgt|Prof|Rev|Adm|Sir|Dame|Lord|Lady|President|Senator|Congressman|Congresswoman|Governor|Mayor|Secretary|Justice|Judge|Pope|King|Queen|Prince|Princess|Chancellor|Chief|Officer|Detective|Professor|Speaker|Minister|Prime|Vice|Former|Republican|Democratic|Attorney|General)\.?\s+)+/;

export type Gender = 'm' | 'f';

/** The gender that a name's first name or title states; undefined for names that both bear or that are not known. */
export function genderOf(name: string): Gender | undefined {
  if (/^(?:Mr|Sir|Lord|King|Prince|Pope|Congressman)\b/.test(name)) return 'm';
  if (/^(?:Mrs|Ms|Dame|Lady|Queen|Princess|Congresswoman)\b/.test(name)) return 'f';
  const first = /^\p{L}+/u.exec(name.replace(title, ''))?.[0] ?? '';
  if (!/\s/.test(name.replace(title, '').trim())) return undefined;
  if (male.has(first)) return female.has(first) ? undefined : 'm';
  return female.has(first) ? 'f' : undefined;
}

/** "Researchers", "Firemen" at the start of a sentence; alone, "Sanders" may be one, which is the safe way to be wrong. */
const severalPeople = /^\p{Lu}\p{Ll}*(?:(?:er|or|ist|ian|ant|ent|yst|ial|ee|ic)s|men|people)$/u;

/** Whether a speaker reads like one person's name: capitals, no institution's word, no plural. */
export function isPerson(speaker: string): boolean {
  const bare = speaker.replace(title, '');
  return (
    !severalPeople.test(bare) &&
    /^\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|bin|al|la|del|da)){0,3}$/u.test(bare) &&
    !notPeople.test(bare)
  );
}

/** "United manager Alex Roth": the name behind a role in small letters; anything else as it is. */
export const nameIn = (speaker: string): string =>
  /(?:^|\s)(?:attorney|boss|captain|chair|chief|coach|judge|secretary|star|\p{Ll}{2,}(?:ant|ee|ent|er|ian|ist|man|or|woman|yst))\s(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3})$/u.exec(
    speaker,
  )?.[1] ?? speaker;

/** The last word of a name without "Jr.", the handle by which later sentences mention it. */
export function surnameOf(name: string): string {
  return /([\p{L}'’-]+)(?:,?\s+(?:Jr|Sr|II|III|IV)\.?)?\.?$/u.exec(name)?.[1] ?? name;
}

/** No name is longer than forty letters; without an end, a long run of capitals would be gone through from each of them. */
const fullName = /\p{Lu}[\p{L}'’-]{1,40}(?:\s+\p{Lu}\.)*(?:\s+\p{Lu}[\p{L}'’-]{1,40}){1,3}/gu;
/** Enough for any real paragraph; keeps the scan of a hostile one short. */
const scanMax = 20_000;

/** Surname → the first full name with a known first name in the text; and single words that name people: first names, and the last words of whatever reads like a name of several. */
export function namesIn(paragraphs: readonly string[]): {
  full: ReadonlyMap<string, string>;
  single: ReadonlySet<string>;
} {
  const full = new Map<string, string>();
  const single = new Set([...male, ...female]);
  for (const paragraph of paragraphs) {
    for (const [run] of paragraph.slice(0, scanMax).matchAll(fullName)) {
      const words = run.split(/\s+/);
      const opened = opensSentence(`${words[0]} `) ? 2 : 1;
      if (words.length > opened && !notPeople.test(run)) single.add(surnameOf(run.replace(/[’']s$/, '')));
      const at = words.findIndex((word, index) => index < words.length - 1 && (male.has(word) || female.has(word)));
      if (at < 0) continue;
      const name = words
        .slice(at, at + 3)
        .join(' ')
        .replace(/[’']s$/, '');
      const surname = surnameOf(name);
      if (!full.has(surname) && !notPeople.test(name)) full.set(surname, name);
    }
  }
  return { full, single };
}
