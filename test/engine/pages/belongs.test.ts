import { describe, expect, test } from 'vitest';
import { belongsTo } from '../../../src/engine/pages/belongs.ts';

const address = 'https://post.example/a';
const article = (title: string, snippet = '', language?: string) => ({
  url: address,
  title,
  paragraphs: snippet === '' ? [] : [snippet],
  language,
});
const page = (paragraphs: readonly string[], title?: string, url = address) => ({ url, title, paragraphs });

const ferry = article(
  'Ferry deckhands walk out across the Sound',
  'Deckhands of Soundline stopped work at four.',
  'en',
);

const walls = {
  consent: [
    'We and our 214 partners store and read information on your device, such as unique identifiers, to show personal advertisements and to measure how they perform.',
    'If you press “Accept all”, you agree to the use of your data for these purposes. You can change your choice at any time.',
  ],
  subscription: [
    'This article is for subscribers only. Get unlimited access to our journalism, podcasts and newsletters, from politics and business to sport and culture.',
    'Cancel at any time. Already a member? Log in. New customers only; the subscription renews at the full price until it is cancelled.',
  ],
  missing: [
    'Sorry, we could not find the page that you were looking for. It may have been moved or removed, or the link that you followed may be out of date.',
    'Try a search, go back to our front page, or read one of the stories that other readers like today.',
  ],
  robot: [
    'Checking your browser before you read on. Please enable JavaScript and cookies and reload the page.',
    'We have detected unusual traffic from your network. Please confirm that you are not a robot by completing the challenge below.',
  ],
  choice: [
    'Besuchen Sie uns wie gewohnt mit Werbung und Tracking, oder lesen Sie unsere Seiten werbefrei im Abo für 4,99 Euro im Monat.',
    'Wir und bis zu 178 Partner speichern Informationen auf Ihrem Gerät und rufen sie ab, um personalisierte Anzeigen zu zeigen.',
  ],
  elsewhere: [
    'A moose that lay down between the rails near Tollern has delayed the night train to the north by a whole evening.',
    'The driver blew the horn, sang, and in the end switched off the lights of the locomotive.',
  ],
};

describe('a page at an article’s URL that is not the article', () => {
  test.each(Object.entries(walls))('%s', (_, paragraphs) => {
    expect(belongsTo(page(paragraphs), ferry)).toBe(false);
    expect(belongsTo(page(paragraphs), article(ferry.title))).toBe(false);
    expect(belongsTo(page(paragraphs), article('Bahnstreik legt den Norden lahm', '', 'de'))).toBe(false);
  });

  test.each(['consent', 'subscription', 'robot', 'choice'] as const)('a wall (%s) under the title', (kind) => {
    expect(belongsTo(page(walls[kind], ferry.title), ferry)).toBe(false);
    expect(belongsTo(page(walls[kind], ferry.title), article(ferry.title))).toBe(false);
  });

  test.each(['https://post.example/', 'https://post.example/en', 'https://other.example/index.html'])(
    'the front page %s, though it announces the article',
    (url) => {
      const front = [ferry.title, ...ferry.paragraphs, ...walls.elsewhere];
      expect(belongsTo(page(front, 'Harbour Post', url), ferry)).toBe(false);
      expect(belongsTo(page(front, 'Harbour Post', url), { ...ferry, url: 'https://post.example/?p=17' })).toBe(false);
      // The feed links to the front page itself, as for a site with a single article or a page of notes.
      expect(belongsTo(page(front, 'Harbour Post', url), { ...ferry, url: 'https://post.example/' })).toBe(true);
    },
  );
});

describe('a page is accepted if it has the article', () => {
  test.each(
    Object.entries({
      'in other words than the title': [
        article('Sound standstill: islanders sleep in their cars'),
        'No ferry left the North Quay of Brannick today because the deckhands are on strike. Commuters spent the night in their cars, and schools on the islands stay open.',
      ],
      'under a title with a new compound': [
        article('Fährstreik legt die Inseln lahm', '', 'de'),
        'Weil die Decksleute im Streik sind, sind die Inseln Skarrow und Brannick seit dem Morgen nicht zu erreichen. Die Gewerkschaft verlangt mehr Ruhe zwischen zwei Schichten.',
      ],
      'with endings that nobody here knows': [
        article('Lautturit lakossa: saaret ilman yhteyksiä'),
        'Laivayhtiön työntekijät aloittivat aamulla lakon. Saarille ei pääse autolla, ja lauttoja ajetaan vain potilaille, kertoo ammattiliitto. Saarten koulut pysyvät auki.',
      ],
      'in Cyrillic': [
        article('Паромщики бастуют: острова отрезаны от материка'),
        'Утром около девятисот матросов паромной компании прекратили работу. На острова нельзя попасть на машине, забастовка продлится до четверга, сообщает профсоюз.',
      ],
      'without spaces': [
        article('フェリー乗組員がスト、島への便が欠航'),
        '海峡のフェリー会社の乗組員約九百人が未明からストライキに入り、二つの島への便はほとんど止まっている。組合は勤務の間の休息を十一時間とするよう求めている。',
      ],
      'in Arabic': [
        article('عمال العبارات يضربون والجزر معزولة'),
        'توقف نحو تسعمئة من عمال العبارات عن العمل صباح اليوم، وبقيت الجزر بلا سيارات. وقالت النقابة إن الإضراب مستمر حتى الخميس.',
      ],
    } as const),
  )('%s', (_, [announced, text]) => {
    expect(belongsTo(page([text]), announced)).toBe(true);
  });

  test.each([
    ['Opening Bell 11.18.26', walls.elsewhere],
    ['The boat that never came', ['Stay in bed. Nine hundred hands downed ropes at four and the kettle is on.']],
    [
      'What they know of us',
      ['A new law lets nobody store cookies unasked. Deckhands and bakers may say no, and nobody is paid for a yes.'],
    ],
  ])('under the title “%s”, which shares no word with it', (title, text) => {
    expect(belongsTo(page(text, `${title} | Harbour Post`), article(title))).toBe(true);
    expect(belongsTo(page(text, 'Harbour Post'), article(title))).toBe(false);
  });

  test('under a title without letters', () => {
    expect(belongsTo(page(walls.elsewhere), article('…'))).toBe(true);
  });
});

test('a page of any length is compared', () => {
  const long = page([`${'the ferry deckhands, '.repeat(200_000)}`]);
  expect(belongsTo(long, ferry)).toBe(true);
  expect(belongsTo({ ...long, paragraphs: ['x'.repeat(2_000_000)] }, ferry)).toBe(false);
});
