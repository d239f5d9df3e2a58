import { describe, expect, test } from 'vitest';
import { firstSentences } from '../../src/summaries/lead.ts';
import { namedQuotes } from '../../src/summaries/quotes/namedQuotes.ts';
import { findQuotes } from '../../src/summaries/quotes/quotes.ts';
import { standsAlone } from '../../src/summaries/readable.ts';

import { summarize, summarizeStory, tellStory } from '../../src/summaries/telling.ts';

const article = (title: string, ...paragraphs: string[]) => ({
  id: title,
  outlet: 'Anzeiger',
  title,
  paragraphs,
  language: 'de',
});

/** The sentence that tells each article comes first here; the articles' own order is `order`. */
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
    title: 'Felssturz sperrt den Fellpass',
    news: 'Ein Felssturz hat am Freitag die Straße über den Fellpass verschüttet, teilte die Polizei mit.',
    paragraphs: (news) => ['Stand: 3. Mai 2026, 14:05 Uhr', news, 'Sie bleibt wohl bis Sonntag zu.'],
  },
  {
    title: 'Bürgermeisterin Roth tritt zurück',
    news: 'Bürgermeisterin Ines Roth ist am Abend von ihrem Amt zurückgetreten.',
    paragraphs: (news) => ['Von Ida Brandt', news, 'Sie nannte keine Gründe. „Es ist genug“, sagte sie.'],
  },
  {
    title: 'Reserve senkt den Leitzins auf 2,5 Prozent',
    news: 'Die Reserve senkt den Leitzins um 0,25 Punkte auf 2,5 Prozent.',
    paragraphs: (news) => [news, 'Am Vormittag hatte sie noch geschwiegen.', 'Das ist der tiefste Stand seit 2019.'],
  },
  {
    title: 'Zug entgleist bei Bad Orn, zwölf Verletzte',
    news: 'Bei Bad Orn ist am Morgen ein Zug entgleist, zwölf Menschen wurden verletzt.',
    paragraphs: (news) => ['Es krachte nur einmal.', `${news} Ein Sprecher der Bahn sprach von einem Schienenbruch.`],
  },
  {
    title: 'Forscher finden 8700 Jahre altes Boot im Imbersee',
    news: 'Im Imbersee haben Forscher der Universität Brannick ein 8700 Jahre altes Boot gefunden.',
    paragraphs: (news) => [
      'Eigentlich suchte Arne nur seinen Köder.',
      news,
      'Deshalb wird der See nun bis zum 1. Juni gesperrt.',
    ],
  },
  {
    title: 'Pellow gewinnt das Derby mit 3:1',
    news: 'Pellow hat das Derby gegen Halden am Samstag vor 12.000 Zuschauern mit 3:1 gewonnen.',
    paragraphs: (news) => ['Was für ein Abend!', news, 'Er traf zweimal.'],
  },
  {
    title: 'Gericht kippt die Wasserabgabe',
    news: 'Das Verwaltungsgericht in Marhaven hat die Wasserabgabe am Mittwoch für ungültig erklärt.',
    paragraphs: (news) => [news, 'Dagegen will die Regierung vorgehen, sagte ein Sprecher von Minister Holt.'],
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

  test('has a summary with the news, word for word, in which nobody stands without a name', () => {
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

  test('have the speaker who is named beside them', () => {
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
])('a German role beside a name is not taken for it: %s', (paragraph, speaker) => {
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

describe('a German quotation between two people', () => {
  test.each([
    ['Wie Ida Brandt sagte, habe Per Ravn gerufen: „Raus hier, und zwar sofort alle!“', 'Per Ravn'],
    ['Ida Brandt sagte, Per Ravn habe gerufen: „Raus hier, und zwar sofort alle!“', 'Per Ravn'],
    ['Ida Brandt sagte, er habe gerufen: „Raus hier, und zwar sofort alle!“', undefined],
    ['Ida Brandt sagte, sie habe Per Ravn geantwortet: „Raus hier, und zwar sofort alle!“', undefined],
    ['„Wir werden das nicht unterschreiben“, sagte Ida Brandt zu Per Ravn.', 'Ida Brandt'],
    ['„Wir werden das nicht unterschreiben“, sagte Ida Brandt gegenüber Per Ravn.', 'Ida Brandt'],
    ['Per Ravn gegenüber sagte Ida Brandt: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
    ['Nachdem Per Ravn gegangen war, sagte Ida Brandt: „Wir werden das nicht unterschreiben.“', 'Ida Brandt'],
  ])('%s', (paragraph, speaker) => {
    expect(findQuotes([paragraph])[0]?.speaker).toBe(speaker);
  });

  test.each([
    'Wie Ida Brandt sagte: „Wir werden das nicht unterschreiben.“',
    'Doch Ida Brandt sagte: „Wir werden das nicht unterschreiben.“',
    'Zuvor hatte Per Ravn gewarnt, nun sagte Ida Brandt: „Wir werden das nicht unterschreiben.“',
    'Weil es spät war, forderte Ida Brandt: „Wir werden das nicht unterschreiben.“',
    'Ida Brandt, Chefin der Werft, sagte Reportern: „Wir werden das nicht unterschreiben.“',
    'In einem Brief an Per Ravn schrieb Ida Brandt: „Wir werden das nicht unterschreiben.“',
    'Auch Ida Brandt sagte: „Wir werden das nicht unterschreiben.“',
    'Später sagte Ida Brandt: „Wir werden das nicht unterschreiben.“',
    'Ida Brandt, die den Rat leitet, sagte am Montag, nachdem alle gegangen waren: „Wir werden das nicht unterschreiben.“',
    'Ida Brandt sagte, es sei spät, und fügte hinzu: „Wir werden das nicht unterschreiben.“',
    'Ida Brandt schrieb Per Ravn: „Wir werden das nicht unterschreiben.“',
  ])('is that of the one who speaks: %s', (paragraph) => {
    expect(findQuotes([paragraph])[0]?.speaker).toBe('Ida Brandt');
  });
});

describe('who speaks in German news', () => {
  test.each([
    ['„Wir haben lange genug gewartet“, freute sich Bürgermeister Per Holt.', 'Bürgermeister Per Holt'],
    ['„Wir haben lange genug gewartet“, zeigte sich Per Holt überzeugt.', 'Per Holt'],
    ['„Wir haben lange genug gewartet“, stellte Per Holt klar.', 'Per Holt'],
    ['„Wir haben lange genug gewartet“, lachte Per Holt.', 'Per Holt'],
    ['„Wir haben lange genug gewartet“, hatte Per Holt am Morgen gesagt.', 'Per Holt'],
    ['„Wir haben lange genug gewartet“, wird Per Holt zitiert.', 'Per Holt'],
    ['„Wir haben lange genug gewartet“, betonte der Vorsitzende der Fraktion, Per Holt.', 'Per Holt'],
    ['„Wir haben lange genug gewartet“, so der 44-jährige Per Holt.', 'Per Holt'],
    ['„Das Fieber sinkt bald“, erklärt die Oberärztin Prof. Dr. Ines Roth.', 'Oberärztin Prof. Dr. Ines Roth'],
    ['Per Holt kündigte am 12. Mai an: „Wir haben lange genug gewartet.“', 'Per Holt'],
    ['Trainer Dag Moe war bedient: „So kann man einfach nicht spielen.“', 'Trainer Dag Moe'],
    ['Pendler Jan Otte nimmt es mit Humor: „Dann schwimme ich eben zur Arbeit.“', 'Pendler Jan Otte'],
    ['Staatsanwalt Udo Falk hatte gefordert: „Hier hilft nur noch Haft.“', 'Staatsanwalt Udo Falk'],
    ['Richterin Eva Storch zum Angeklagten: „Sie haben eine zweite Chance.“', 'Richterin Eva Storch'],
    ['„Das hätte man wissen können“, sagte deren Chefin Mia Lund.', 'Chefin Mia Lund'],
    ['Holt weiter: „Wir haben lange genug gewartet.“', 'Holt'],
    ['Das Feuer sei aus, sagte Ole Holm, und: „Wir haben Glück gehabt.“', 'Ole Holm'],
    ['Holt sagte, Kell habe ihm zugerufen: „Verschwinden Sie sofort von hier!“', 'Kell'],
    ['Holt sagte: „Das Haus hat ein Dach.“', 'Holt'],
    ['Kell nannte den Plan „einen Schlag ins Gesicht aller Decksleute“.', 'Kell'],
    ['Kell sagte, das Land sei „am Ende seiner Kräfte“.', 'Kell'],
    ['Laut Marta Kell ist der Plan „ein Schlag ins Gesicht aller“.', 'Marta Kell'],
    ['Nach Ansicht von Marta Kell ist der Plan „ein Schlag ins Gesicht aller“.', 'Marta Kell'],
    ['Wie Marta Kell mitteilte, ist der Plan „ein Schlag ins Gesicht aller“.', 'Marta Kell'],
  ])('%s', (paragraph, speaker) => {
    expect(findQuotes([paragraph])[0]?.speaker).toBe(speaker);
  });

  test.each([
    'Sein Fazit: „So kann man einfach nicht spielen.“',
    'Zum Vergleich: „So kann man einfach nicht spielen.“',
    'Moes Fazit: „So kann man einfach nicht spielen.“',
    'Sie fügte hinzu: „So kann man einfach nicht spielen.“',
    'In dem Brief, den Ole Brand fand, stand: „So kann man einfach nicht spielen.“',
    '„So kann man einfach nicht spielen“, lautet das Motto der Woche.',
    '„So kann man einfach nicht spielen“, steht auf dem Plakat von Ole Brand.',
    'Kell sagte, Holt habe ihn „einen Lügner und Betrüger“ genannt.',
  ])('nobody whom %j names', (paragraph) => {
    expect(findQuotes([paragraph])[0]?.speaker).toBeUndefined();
  });

  test('each quotation has its own', () => {
    const speakersOf = (paragraph: string) => findQuotes([paragraph]).map(({ speaker }) => speaker);
    expect(speakersOf('„Das ist völlig falsch“, sagte Holt. „Das ist richtig“, entgegnete Kell.')).toEqual([
      'Holt',
      'Kell',
    ]);
    expect(speakersOf('„Das ist völlig falsch“, sagte Holt. „Das ist richtig“, xt eine Stimme.')).toEqual([
      'Holt',
      undefined,
    ]);
  });
});
