import { describe, expect, test } from 'vitest';
import { firstSentences } from '../../../src/newsroom/summaries/lead.ts';
import { namedQuotes } from '../../../src/newsroom/summaries/quotes/namedQuotes.ts';
import { findQuotes } from '../../../src/newsroom/summaries/quotes/quotes.ts';
import { standsAlone } from '../../../src/newsroom/summaries/readable.ts';

import { summarize, summarizeStory, tellStory } from '../../../src/newsroom/summaries/telling.ts';

const article = (title: string, ...paragraphs: string[]) => ({
  id: title,
  outlet: 'Anzeiger',
  title,
  paragraphs,
  language: 'de',
});

/** Articles with the sentence that should be quoted in `news`; `paragraphs` puts it where the article has it. */
const articles: { title: string; news: string; paragraphs: (news: string) => string[] }[] = [
  {
    title: 'Fähren auf dem Sund stehen still',
    news: 'Rund 900 Decksleute der Fähren auf dem Sund haben am Dienstag um 4 Uhr die Arbeit niedergelegt.',
    paragraphs: (news) => [
      `Halden (dpa) - ${news} Das teilte die Gewerkschaft mit.`,
      'Neun von elf Linien fallen aus.',
    ],
  },
  {
    title: 'Stadtrat schließt das Hallenbad',
    news: 'Der Stadtrat von Kirnau hat am Montag mit 19 zu 8 Stimmen beschlossen, das Hallenbad zu schließen.',
    paragraphs: (news) => ['Wer will schon im Winter baden?', 'Manche sagen: niemand.', news],
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
    title: 'Stahlwerk in Ostrand baut 430 Stellen ab',
    news: 'Das Stahlwerk Aldsteel in Ostrand baut bis März 430 Stellen ab, wie der Betriebsrat mitteilte.',
    paragraphs: (news) => [news, '„Das trifft 430 Familien“, sagte Betriebsrätin Mei Lund.', 'Aldsteel schwieg dazu.'],
  },
  {
    title: 'Komet Hallan heute Nacht am Himmel über Vennmark',
    news: 'Der Komet Hallan ist heute Nacht ab 22 Uhr über ganz Vennmark mit bloßem Auge zu sehen.',
    paragraphs: (news) => [
      'Mehr zum Thema: Sterne',
      'Foto: A. Linse',
      news,
      'Danach kommt er erst in 410 Jahren wieder.',
    ],
  },
];

describe.each(articles)('$title', ({ title, news, paragraphs }) => {
  const one = article(title, ...paragraphs(news));

  test('is told by its news', () => {
    expect(tellStory([one], one, { max: 1 }).map(({ text }) => text)).toEqual([news]);
  });

  test('has a summary with the news, word for word, in which everyone is named', () => {
    const summary = summarize(one);
    expect(summary).toContain(news);
    for (const [at, sentence] of summary.entries()) {
      expect(one.paragraphs.some((paragraph) => paragraph.includes(sentence))).toBe(true);
      if (at === 0) expect(standsAlone(sentence, 'de')).toBe(true);
    }
  });

  test('gives a story no sentence that leans on another', () => {
    for (const { text } of summarizeStory([one, { ...one, id: 'b', outlet: 'Kurier' }]))
      expect(standsAlone(text, 'de'), text).toBe(true);
  });
});

test('a German lead is free of agency and byline', () => {
  const news = 'Rund 900 Decksleute haben am Dienstag die Arbeit niedergelegt.';
  for (const head of ['Halden (dpa) - ', 'HALDEN (dpa) – ', 'Halden/Pellow (dpa) – '])
    expect(firstSentences(['Von Ida Brandt', head + news], { count: 2, letters: 900 }, 'de'), head).toEqual([news]);
});

test.each([
  'Am Abend sagte er, die Fähren blieben im Hafen.',
  'Gestern kam sie mit dem Nachtzug aus Halden zurück.',
  'Nach dem Spiel hat ihn der Trainer umarmt.',
  'Wenn sie gewinnt, zieht sie ins Halbfinale ein.',
  '„Das reicht jetzt wirklich allen“, sagte er am Montag.',
  'Deshalb bleibt die Brücke gesperrt.',
  'Das sei ein Fehler, hieß es aus dem Rathaus.',
  'Dort hatte Brandt neun Jahre gearbeitet.',
  'Diese Regel gilt ab Mai.',
  '„Wir warten seit neun Jahren, sagte Brandt.',
  'Wer zahlt das alles?“',
])('%j needs the sentence before it', (sentence) => {
  expect(standsAlone(sentence, 'de')).toBe(false);
});

test.each([
  'Brandt sagte, sie werde nicht zurücktreten.',
  'Die Ministerin teilte mit, dass sie im Mai aufhört.',
  'Obwohl er den Wagen nicht sah, hörte Delane die Leute rennen.',
  'Das Haus am Markt ist verkauft, wie sein Besitzer mitteilte.',
  '„Vielleicht kommt er nicht wieder“, sagte Ida Brandt über den Kapitän.',
  'Seit Jahren streiten sich Stadt und Land hin und her um den Hafen.',
  'Am Dienstag legte Ida Brandt ihr Amt nieder, sie war neun Jahre Bürgermeisterin.',
  'Die Polizei bat Zeugen, dass sie sich melden.',
  'Zum ersten Mal seit 1998 stehen die Fähren still.',
])('%j stands by itself', (sentence) => {
  expect(standsAlone(sentence, 'de')).toBe(true);
});

describe('German quotations', () => {
  const paragraphs = [
    'Ida Brandt leitet die Gewerkschaft der Decksleute.',
    '„Wir haben neun Jahre lang gewartet“, sagte Brandt am Dienstag.',
    'Rolf Hagen von der Reederei Soundline erklärte am Abend: „Wir zahlen nicht mehr als vier Prozent.“',
    '»Das ist ein Fehler für die ganze Stadt«, so Bürgermeisterin Ines Roth.',
    'Am Mittwoch sagte Petra Nyhall: „Niemand hat uns vorher gefragt.“',
    '„Uns hat wirklich niemand vorher gefragt“, sagte sie.',
    '„Es reicht uns allen schon lange“, sagte der Minister.',
  ];

  test('get the speaker named next to them', () => {
    expect(namedQuotes(paragraphs)).toEqual([
      { text: 'Wir haben neun Jahre lang gewartet', speaker: 'Ida Brandt' },
      { text: 'Wir zahlen nicht mehr als vier Prozent.', speaker: 'Rolf Hagen' },
      { text: 'Das ist ein Fehler für die ganze Stadt', speaker: 'Bürgermeisterin Ines Roth' },
      { text: 'Niemand hat uns vorher gefragt.', speaker: 'Petra Nyhall' },
    ]);
  });

  test('in pointed marks of either direction are read from the opening mark', () => {
    expect(findQuotes(['«Ja», sagte Ida Brandt. «Nein», sagte Olav Dahl.']).map(({ text }) => text)).toEqual([
      'Ja',
      'Nein',
    ]);
    expect(findQuotes(['»Ja«, sagte Ida Brandt. »Nein«, sagte Olav Dahl.']).map(({ text }) => text)).toEqual([
      'Ja',
      'Nein',
    ]);
  });
});

test.each([
  ['Ida Brandt, Chefin der Werft, sagte: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
  ['Der Sprecher der Werft, Per Ravn, sagte: „Wir werden das nicht unterschreiben.“', 'Per Ravn'],
  ['Die Abgeordnete Ida Brandt sagte: „Wir werden das nicht unterschreiben.“', 'Abgeordnete Ida Brandt'],
])('a German role beside a name is not mistaken for the name: %s', (paragraph, speaker) => {
  expect(namedQuotes([paragraph])).toMatchObject([{ speaker }]);
});

test('a German speaker has the office in front of her name, and no other small word', () => {
  const said = '„Wir werden das nicht unterschreiben“, sagte Brandt am Abend.';
  expect(namedQuotes(['Gewerkschafterin Ida Brandt ist dagegen und bleibt es.', said])).toMatchObject([
    { speaker: 'Gewerkschafterin Ida Brandt' },
  ]);
  expect(namedQuotes(['Die Decksleute haben unter Ida Brandt für den Hafen gestreikt.', said])).toMatchObject([
    { speaker: 'Ida Brandt' },
  ]);
});

test.each([
  ['„Wir werden das nicht unterschreiben“, sagte Ida Brandt zu Per Ravn.', 'Ida Brandt'],
  ['Per Ravn gegenüber sagte Ida Brandt: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
  ['Nachdem Per Ravn gegangen war, sagte Ida Brandt: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
  ['In einem Brief an Per Ravn schrieb Ida Brandt: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
  ['Später sagte Ida Brandt: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
  ['„Das Fieber sinkt bald“, erklärt die Oberärztin Prof. Dr. Ines Roth.', 'Oberärztin Prof. Dr. Ines Roth'],
  ['„Wir haben lange genug gewartet“, betonte der Vorsitzende der Fraktion, Per Holt.', 'Per Holt'],
  ['„Wir haben lange genug gewartet“, so der 44-jährige Per Holt.', 'Per Holt'],
  ['Per Holt kündigte am 12. Mai an: „Wir haben lange genug gewartet.“', 'Per Holt'],
  ['Das Feuer sei aus, sagte Ole Holm: „Wir haben Glück gehabt.“', 'Ole Holm'],
  ['Ida Brandt sagte, er habe gerufen: „Raus hier, und zwar sofort alle!“', undefined],
  ['Ida Brandt sagte, sie habe Per Ravn geantwortet: „Raus hier, und zwar sofort alle!“', undefined],
  ['Sein Fazit: „So kann man einfach nicht spielen.“', undefined],
  ['In dem Brief, den Ole Brand fand, stand: „So kann man einfach nicht spielen.“', undefined],
  ['„So kann man einfach nicht spielen“, steht auf dem Plakat von Ole Brand.', undefined],
  ['Kell sagte, Holt habe ihn „einen Lügner und Betrüger“ genannt.', undefined],
])('who speaks in German news: %s', (paragraph, speaker) => {
  expect(findQuotes([paragraph])[0]?.speaker).toBe(speaker);
});

test('each German quotation has its own speaker', () => {
  const paragraph = '„Das ist völlig falsch“, sagte Holt. „Das ist richtig“, entgegnete Kell.';
  expect(findQuotes([paragraph]).map(({ speaker }) => speaker)).toEqual(['Holt', 'Kell']);
});
