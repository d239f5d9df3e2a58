import { describe, expect, test } from 'vitest';
import { firstSentences } from '../../../src/engine/leads/lead.ts';
import { standsAlone } from '../../../src/engine/leads/readable.ts';
import { leadOf, tellStory } from '../../../src/engine/leads/telling.ts';

/** Articles with the sentence that should be quoted in `news`; `paragraphs` puts it where the article has it. */
const articles: { title: string; news: string; paragraphs: (news: string) => string[] }[] = [
  {
    title: 'Fähren auf dem Sund stehen still',
    news: 'Rund 900 Decksleute der Fähren auf dem Sund haben am Dienstag um 4 Uhr die Arbeit niedergelegt.',
    paragraphs: (news) => [`Halden (dpa) - ${news} Das teilte die Gewerkschaft mit.`, 'Neun Linien fallen aus.'],
  },
  {
    title: 'Zug entgleist bei Bad Orn, zwölf Verletzte',
    news: 'Bei Bad Orn ist am Morgen ein Zug entgleist, zwölf Menschen wurden verletzt.',
    paragraphs: (news) => ['Es krachte nur einmal.', `${news} Ein Sprecher der Bahn sprach von einem Schienenbruch.`],
  },
  {
    title: 'Ausweis-App nimmt wieder Umlaute an',
    news: 'Die Ausweis-App des Landes nimmt seit Mittag auch Namen mit Umlauten an, teilte das Ministerium mit.',
    paragraphs: (news) => ['Wir alle heißen irgendwie Müller, und du weißt, wie das ist.', news],
  },
  {
    title: 'Komet Hallan heute Nacht am Himmel über Vennmark',
    news: 'Der Komet Hallan ist heute Nacht ab 22 Uhr über ganz Vennmark mit bloßem Auge zu sehen.',
    paragraphs: (news) => ['Mehr zum Thema: Sterne', 'Foto: A. Linse', news, 'Danach kommt er in 410 Jahren wieder.'],
  },
];

describe.each(articles)('$title', ({ title, news, paragraphs }) => {
  const one = { id: title, outlet: 'Anzeiger', title, paragraphs: paragraphs(news), language: 'de' };

  test('is summarized by its news', () => {
    expect(tellStory([one], one, { max: 1 }).map(({ text }) => text)).toEqual([news]);
  });

  test('has a lead with the news, word for word, in which everyone is named', () => {
    const lead = leadOf(one);
    expect(lead).toContain(news);
    for (const [at, sentence] of lead.entries()) {
      expect(one.paragraphs.some((paragraph) => paragraph.includes(sentence))).toBe(true);
      if (at === 0) expect(standsAlone(sentence)).toBe(true);
    }
  });

  test('gives a story no sentence that needs another one', () => {
    for (const { text } of tellStory([one, { ...one, id: 'b', outlet: 'Kurier' }], one, { max: 4 }))
      expect(standsAlone(text), text).toBe(true);
  });
});

test('a German lead is free of agency and byline', () => {
  const news = 'Rund 900 Decksleute haben am Dienstag die Arbeit niedergelegt.';
  for (const head of ['Halden (dpa) - ', 'HALDEN (dpa) – ', 'Halden/Pellow (dpa) – '])
    expect(firstSentences(['Von Ida Brandt', head + news], { count: 2, letters: 900 }, 'de'), head).toEqual([news]);
});
