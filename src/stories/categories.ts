import { stemOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';

/** Words of feeds' categories by catalogue topic, English and German. A word that editors use for two topics stands in neither. */
const words: Record<string, string> = {
  world: 'world international foreign global diplomacy war conflict ukraine gaza welt ausland international krieg',
  politics:
    'politics political election elections parliament government congress senate cabinet legislation politik wahl bundestag parlament regierung innenpolitik',
  business:
    'business economy economic economics finance financial markets market companies company money stocks trade banking banks inflation wirtschaft finanzen unternehmen börse konjunktur',
  technology:
    'technology tech software hardware internet gadgets ai cybersecurity smartphones computing startups technik netzwelt digital digitales informatik',
  science:
    'science space physics biology astronomy archaeology research nasa wissenschaft forschung weltraum raumfahrt',
  health: 'health medicine medical disease hospital hospitals nhs vaccines nutrition gesundheit medizin krankheit',
  climate:
    'climate environment environmental energy emissions wildlife nature weather sustainability klima umwelt energie natur wetter',
  sports:
    'sports sport football soccer cricket tennis rugby olympics basketball baseball nba nfl mlb nhl golf cycling athletics chess fussball fußball bundesliga handball',
  entertainment:
    'entertainment culture film films movies movie music television tv celebrity celebrities books arts art theatre theater unterhaltung kultur kino musik fernsehen bücher',
  gaming: 'gaming games game videogames esports playstation xbox nintendo videospiele spiele',
};

const topicsByStem = new Map<string, string[]>();
for (const [topicId, list] of Object.entries(words)) {
  for (const word of list.split(' ')) {
    const stem = stemOf(word);
    const topics = topicsByStem.get(stem) ?? [];
    if (!topics.includes(topicId)) topicsByStem.set(stem, [...topics, topicId]);
  }
}

const wordsMax = 6;

/** Catalogue topics that a feed's category names, such as "Sport/Football"; none for most, which are names of people and places. */
export function topicsOfCategory(category: string): string[] {
  const tokens = tokensOf(category.slice(0, 80));
  if (tokens.length > wordsMax) return [];
  return [...new Set(tokens.flatMap((token) => topicsByStem.get(stemOf(token)) ?? []))];
}
