import { opensSentence } from '../../text/locales/sentenceWords.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const male = list(
  'Aaron Abdul Adam Jackie Jamie Kim Leslie Adrian Ahmed Al Alan Albert Alejandro Alex Alexander Ali Andrew Andy Anthony Antonio Arthur Austin Barack Ben Benedict Benjamin Bernard Bernie Bill Blake Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brian Bruce Bryan Caleb Cameron Carl Carlos Chad Charles Charlie Chris Christian Christopher Chuck Clarence Clint Cody Colin Connor Corey Craig Dan Daniel Darren Dave David Dean Dennis Derek Diego Dmitry Dominic Don Donald Doug Douglas Dustin Dylan Ed Eddie Edward Elijah Elliott Emmanuel Eric Erik Ernest Ethan Eugene Evan Felix Fernando Finn Francis Francisco Frank Franklin Fred Gabriel Gareth Gary Gavin Gene Geoffrey George Gerald Giles Glen Glenn Gordon Graham Grant Greg Gregory Hamish Harold Harrison Harry Hassan Hector Henry Herbert Hugh Hugo Ian Ibrahim Igor Irving Isaac Isaiah Ivan Ivor Jack Jacob Jake James Jason Javier Jay Jean Jeff Jeffrey Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel Johan John Johnny Jon Jonas Jonathan Jordan Jorge Jose Joseph Josh Joshua José Juan Julian Julius Justin Karl Keith Ken Kenneth Kevin Khalid Klaus Kurt Kyle Lance Larry Lars Laurence Lawrence Lee Leo Leonard Leonardo Lewis Liam Lionel Logan Lorenzo Louis Luca Lucas Luis Luke Magnus Malcolm Manuel Marc Marcel Marco Marcus Mario Mark Martin Marvin Mason Matt Matthew Maurice Max Mehmet Michael Miguel Mike Mikhail Milton Mitch Mitt Mohamed Mohammad Mohammed Moses Muhammad Myles Nathan Ned Neil Neville Newt Nicholas Nick Nigel Noah Norman Olaf Olav Oleg Oliver Olivier Omar Orlando Oscar Otis Otto Owen Pablo Patrick Paul Pedro Percy Perry Peter Phil Philip Phillip Pierre Quentin Rafael Ralph Ramon Rand Randy Raul Ray Raymond Reginald Reince Rex Rhys Ricardo Richard Rick Rob Robert Roberto Robin Roderick Rodney Roger Roland Ron Ronald Rory Ross Roy Rudy Rupert Russell Ryan Sam Samir Samuel Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shawn Sidney Silvio Simon Stanley Stefan Stephen Steve Steven Stewart Stuart Sven Tariq Ted Terry Theo Theodore Thomas Tim Timothy Tobias Toby Todd Tom Tomas Tommy Tony Travis Trevor Tristan Tyler Vernon Victor Viktor Vince Vincent Vladimir Vladislav Walter Warren Wayne Wesley Wilfred Will William Winston Wolfgang Xavier Yuri Yusuf Zachary Zayn',
);
const female = list(
  'Abigail Adele Agnes Alex Ali Blake Cameron Charlie Chris Jamie Jordan Lee Logan Sam Aisha Alexandra Alice Alicia Alison Allison Alma Amanda Amber Amelia Amy Ana Anastasia Andrea Anette Angela Angie Anita Ann Anna Anne Annette Annie Ariana Ashley Astrid Audrey Ava Barbara Beatrice Becky Bella Bernadette Beth Betty Bianca Bonnie Brenda Bridget Brigitte Camilla Candice Carla Carly Carmen Carol Carole Caroline Carolyn Cassandra Catherine Cecilia Celia Charlotte Chelsea Cheryl Chloe Christina Christine Cindy Claire Clara Clare Claudia Colleen Connie Courtney Cristina Crystal Cynthia Daisy Dana Daniela Danielle Darlene Debbie Deborah Debra Delia Denise Diana Diane Donna Doris Dorothy Edith Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Ellie Elsa Emilia Emily Emma Erica Erin Estelle Esther Eva Evelyn Fatima Felicity Fiona Florence Frances Francesca Freya Gabriela Gail Gemma Geraldine Gillian Gina Giulia Glenda Gloria Grace Greta Gretchen Hannah Harriet Hazel Heather Heidi Helen Henrietta Hillary Holly Ida Imogen Ingrid Irene Irina Isabel Isabella Isabelle Ivanka Ivy Jackie Jacqueline Jane Janet Janice Jasmine Jean Jeanette Jeanne Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Jodie Josephine Joyce Judith Judy Julia Julie Juliet June Justine Karen Karin Katarina Kate Katharine Katherine Kathleen Kathryn Kathy Katie Katrina Kayla Kelly Kellyanne Kim Kimberly Kirsten Kristen Kristin Kristina Lara Laura Lauren Leah Leila Lena Leslie Lily Linda Lindsay Lisa Loretta Lori Lorraine Louisa Louise Lucia Lucille Lucy Lydia Lynn Madeleine Maggie Mandy Margaret Margot Maria Marianne Marie Marilyn Marina Marjorie Marlene Marta Martha Mary Matilda Maureen Maya Megan Melania Melanie Melissa Mercedes Meredith Mia Michaela Michele Michelle Miranda Miriam Molly Monica Muriel Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nina Nora Norma Oksana Olga Olivia Oprah Pamela Patricia Patty Paula Pauline Peggy Penny Petra Philippa Phoebe Phyllis Polly Priscilla Rachel Rebecca Renee Rhonda Rita Roberta Robin Rosa Rose Rosemary Roxane Roxanne Ruth Sally Samantha Sandra Sara Sarah Serena Shannon Sharon Sheila Shirley Simone Sinead Siobhan Sofia Sonia Sophia Sophie Stacy Stephanie Susan Suzanne Svetlana Sylvia Tabitha Tamara Tammy Tanya Tara Tatiana Teresa Tess Thelma Theresa Tiffany Tina Tracy Ursula Valerie Vanessa Venus Vera Veronica Veronika Victoria Virginia Vivian Vivienne Wendy Whitney Wilma Winnie Yasmin Yolanda Yvonne Zara Zoe',
);

/** Words that only organisations, places and papers have in their names. */
const notPeople =
  /\b(?:Inc|Corp|Co|Ltd|LLC|Times|Post|News|Journal|Tribune|Herald|Gazette|Press|Magazine|University|College|School|Institute|Party|Department|Ministry|House|Senate|Congress|Court|Company|Committee|Commission|Council|Police|Government|Group|Bank|Union|Association|Agency|Office|Bureau|Center|Centre|Foundation|Fund|State|States|County|City|Street|Avenue|River|Club|Network|Radio|Television|TV|Info|The|Open|Cup|League|Championships?|Games|Olympics|Prix|Slam|Trophy|Premiership|Stadium|Airport|Festival|Awards|Academy|Museum|Hospital|Church|Parliament|Kingdom|Nations|Europe|Service|Services|Administration|Authority|Board|Republicans|Democrats|Democratic|Republican|Army|Navy|Force|Guard|Twitter|Facebook|Instagram|Breitbart|Reuters|CNN|NBC|CBS|ABC|BBC|NPR|MSNBC|AP|UPI|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|American|America|Americans|Muslims|Christians)\b/;

const title =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Gen|Col|Capt|Maj|Sgt|Prof|Rev|Adm|Sir|Dame|Lord|Lady|President|Senator|Congressman|Congresswoman|Governor|Mayor|Secretary|Justice|Judge|Pope|King|Queen|Prince|Princess|Chancellor|Chief|Officer|Detective|Professor|Speaker|Minister|Prime|Vice|Former|Republican|Democratic|Attorney|General)\.?\s+)+/;

export type Gender = 'm' | 'f';

/** The gender that a name's first name or title states; undefined for names that both bear or that are not known. */
export function genderOf(name: string): Gender | undefined {
  if (/(?:^|\s)(?:brother|father|grandfather|husband|nephew|son|uncle)\s/.test(name)) return 'm';
  if (/(?:^|\s)(?:aunt|daughter|grandmother|mother|niece|sister|wife)\s/.test(name)) return 'f';
  if (/^(?:Mr|Sir|Lord|King|Prince|Pope|Congressman)\b/.test(name)) return 'm';
  if (/^(?:Mrs|Ms|Dame|Lady|Queen|Princess|Congresswoman)\b/.test(name)) return 'f';
  const first = /^\p{L}+/u.exec(name.replace(title, ''))?.[0] ?? '';
  if (!/\s/.test(name.replace(title, '').trim())) return undefined;
  if (male.has(first)) return female.has(first) ? undefined : 'm';
  return female.has(first) ? 'f' : undefined;
}

export const isFirstName = (word: string): boolean => male.has(word) || female.has(word);

/**
 * "Researchers", "Firemen" at the start of a sentence; alone, "Sanders" may be one, which is the safe way to be
 * wrong.
 */
const severalPeople = /^\p{Lu}\p{Ll}*(?:(?:er|or|ist|ian|ant|ent|yst|ial|ee|ic)s|men|people)$/u;

/** Whether a speaker reads like one person's name: capitals, no institution's word, no plural. */
export function isPerson(speaker: string): boolean {
  const bare = speaker.replace(title, '');
  return (
    !severalPeople.test(bare) &&
    !/^(?:North|South|East|Northern|Southern|Eastern|Western|United|Saudi|New)\s/.test(bare) &&
    /^\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|bin|al|la|del|da)){0,3}$/u.test(bare) &&
    !notPeople.test(bare)
  );
}

const relatives =
  'aunt|boss|brother|colleague|cousin|daughter|father|friend|husband|mother|neighbou?r|partner|sister|son|uncle|wife';
const relative = new RegExp(`^(?:${relatives})\\s(\\p{Lu}.*)$`, 'u');
/** "United manager Alex Roth": the name behind a role in small letters; anything else as it is. */
export const nameIn = (speaker: string): string =>
  relative.exec(speaker)?.[1] ??
  /(?:^|\s)(?:attorney|boss|captain|chair|chief|coach|judge|secretary|star|\p{Ll}{2,}(?:ant|ee|ent|er|ian|ist|man|or|woman|yst))\s(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3})$/u.exec(
    speaker,
  )?.[1] ??
  speaker;

/** The last word of a name without "Jr.", the handle by which later sentences mention it. */
export function surnameOf(name: string): string {
  return /([\p{L}'’-]+)(?:,?\s+(?:Jr|Sr|II|III|IV)\.?)?\.?$/u.exec(name)?.[1] ?? name;
}

/**
 * No name is longer than forty letters; without an end, a long run of capitals would be gone through from each of
 * them.
 */
const fullName = /\p{Lu}[\p{L}'’-]{1,40}(?:\s+\p{Lu}\.)*(?:\s+\p{Lu}[\p{L}'’-]{1,40}){1,3}/gu;
/** Enough for any real paragraph; keeps the scan of a hostile one short. */
const scanMax = 20_000;

/**
 * Surname → the first full name with a known first name in the text; and single words that name people: the last ones
 * of whatever reads like a name of several.
 */
export function namesIn(paragraphs: readonly string[]): {
  full: ReadonlyMap<string, string>;
  single: ReadonlySet<string>;
} {
  const full = new Map<string, string>();
  const single = new Set<string>();
  for (const paragraph of paragraphs) {
    const text = paragraph.slice(0, scanMax);
    for (const [run] of text.matchAll(fullName)) {
      const words = run.split(/\s+/);
      const opened = opensSentence(`${words[0]} `) ? 2 : 1;
      if (words.length > opened && !notPeople.test(run)) single.add(surnameOf(run.replace(/[’']s$/, '')));
      const at = words.findIndex((word, index) => index < words.length - 1 && isFirstName(word));
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
