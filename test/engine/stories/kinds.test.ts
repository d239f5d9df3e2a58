import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { notNews } from '../../../src/engine/stories/kinds.ts';

const item = (title: string, text = '', path = 'news/2026/item') => ({
  title,
  text,
  url: `https://metro.example/${path}`,
  language: 'en',
});

describe('whether an item is news', () => {
  test.each([
    ['a review', 'Harbour Lights review – a quiet triumph', 'A debut that delights.', 'books/harbour-lights-review'],
    ['an opinion', 'Why we should all stop worrying about the weather', 'I used to love rain.', 'opinion/why-we-worry'],
    ['a quiz', 'Quiz: how well do you know your capitals?', 'Test yourself.', 'quizzes/capitals'],
    ['a deal', 'The best robot vacuums you can buy this weekend', 'We tested 12 of them.', 'deals/best-robot-vacuums'],
    ['a guide', 'How to grow tomatoes on your balcony', 'All you need is sun.', 'garden/how-to-grow-tomatoes'],
    ['pictures', 'Week in pictures: lanterns, goats and a very long bridge', 'Our best photos.', 'gallery/week'],
    ['a live page', 'Storm live: latest updates', 'Follow our live blog.', 'live/storm'],
    ['an explainer', 'What is a supermoon and how can you see it?', 'Here is what to know.', 'sky/what-is-a-supermoon'],
    ['a newsletter', 'Morning briefing: what you need to know today', 'Sign up here.', 'newsletters/morning'],
  ])('%s is not', (_, title, text, path) => {
    expect(notNews(item(title, text, path))).toBeGreaterThan(0.5);
  });

  test.each([
    ['Quake kills at least 40 in northern Chile', 'Rescuers searched for survivors on Tuesday, officials said.'],
    ['Central bank raises interest rate to 4.5 percent', 'The bank said inflation remained too high.'],
    ['Court jails former minister for eight years over bribes', 'A judge sentenced him on Friday.'],
    ['Parliament passes budget after all-night session', 'Lawmakers voted 52 to 48 on Friday.'],
    ['Rovers beat City 3-1 to win cup final', 'The striker scored twice in the second half.'],
    ['Ferry crews to strike on Monday, union says', 'About 900 deckhands will walk out.'],
    ['Hackers steal data of two million customers', 'The company said it had notified regulators.'],
    ['Rocket carrying weather satellite launched', 'The satellite reached orbit on Thursday.'],
    ['Health ministry reports 12 new cases of cholera', 'The outbreak has killed three people.'],
  ])('“%s” is', (title, text) => {
    expect(notNews(item(title, text))).toBeLessThan(0.3);
  });

  test.each([
    ['Ratschläge', 'Diese fünf Tipps helfen gegen die Hitze', 'So bleibt Ihre Wohnung kühl.'],
    ['ein Kommentar', 'Warum wir alle mehr wandern sollten', 'Ein Kommentar.'],
    ['ein Rätsel', 'Quiz: Wie gut kennen Sie die Hauptstädte?', 'Testen Sie Ihr Wissen.'],
    ['ein Gespräch', 'Interview mit der Regisseurin: «Ich hatte Angst vor dem Film»', 'Über Mut und Musik.'],
    ['ein Horoskop', 'Horoskop: Das sagen die Sterne', 'Was der Tag für Ihr Sternzeichen bringt.'],
    ['ein Ticker', 'Liveticker: So läuft das Halbfinal', 'Verfolgen Sie die Partie hier im Ticker.'],
    ['ein Newsletter', 'Was Sie heute wissen müssen', 'Der Newsletter am Morgen.'],
  ])('%s in German is not', (_, title, text) => {
    expect(notNews({ ...item(title, text), language: 'de-CH' })).toBeGreaterThan(0.5);
  });

  test.each([
    ['Erdbeben in Chile: Mindestens 40 Tote', 'Retter suchten nach Überlebenden, teilten die Behörden mit.'],
    ['Zentralbank hebt Leitzins auf 4,5 Prozent', 'Die Inflation sei zu hoch, sagte die Präsidentin.'],
    ['Früherer Minister muss acht Jahre ins Gefängnis', 'Ein Gericht verurteilte ihn am Freitag.'],
    ['Zug entgleist bei Tollern, 14 Verletzte', 'Die Strecke bleibt laut Polizei bis Montag gesperrt.'],
  ])('“%s” in German is', (title, text) => {
    expect(notNews({ ...item(title, text), language: 'de' })).toBeLessThan(0.3);
  });

  test.each([
    ['a live page', 'Grève des ferries', 'live/greve-des-ferries'],
    ['an opinion', 'La huelga de los barcos', 'opinion/la-huelga'],
    ['a podcast', 'De staking op de Sont', 'podcasts/staking'],
    ['a question', 'Faut-il craindre la grève ?', 'monde/greve'],
    ['a quotation', '« Nous ne céderons pas »', 'monde/greve'],
    ['a part of a series', 'Jour de grève | Les îles', 'monde/greve'],
  ])('in a language without labels, address and title show %s', (_, title, path) => {
    for (const language of ['fr-CA', 'und', '', undefined])
      expect(notNews({ ...item(title, '', path), language })).toBeGreaterThan(0.5);
  });

  test('an opinion in French or Spanish is labelled', () => {
    for (const [language, title] of Object.entries({
      fr: 'Tribune : « Rendez-nous le port »',
      es: 'Tribuna: El puerto',
    }))
      expect(notNews({ title, text: '', url: 'https://a.example/1', language }), title).toBeGreaterThan(0.5);
  });

  test('nothing else is judged in such a language', () => {
    const plain = item('Why we love the best deals for you', 'My review of them: I think you will love it.');
    for (const language of ['fr-CA', 'und', '', undefined]) expect(notNews({ ...plain, language })).toBe(0);
    expect(notNews({ ...plain, language: 'en-GB' })).toBe(notNews({ ...plain, language: 'en' }));
  });

  test('a probability stays one, whatever the item is', () => {
    const long = 'Why we love the best review of you? '.repeat(3_000);
    for (const [title, text, url] of [
      ['', '', ''],
      ['…', '\n\n', 'no address'],
      ['constructor __proto__ toString', 'hasOwnProperty', 'https://x.example/__proto__/constructor'],
      [long, long, `https://x.example/${long}`],
    ] as const) {
      const chance = notNews({ ...item(title, text), url, categories: Array.from({ length: 500 }, () => title) });
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
  });

  test('only the beginning of a long text counts', () => {
    const start = 'Rescuers searched for survivors on Tuesday after a strong earthquake, officials said. '.repeat(4);
    const quake = item('Quake kills at least 40 in northern Chile', start);
    const text = start + 'My review of the best deals for you. '.repeat(500);
    expect(notNews({ ...quake, text })).toBe(notNews(quake));
  });
});

const labels = fileURLToPath(new URL('../../../shared/data/mornings/en/labels', import.meta.url));
const missing = !existsSync(labels);

function* labelled() {
  const read = (file: string): string => readFileSync(join(labels, file), 'utf8');
  for (const day of readdirSync(labels).flatMap((file) => /^(.*)\.labels\.json$/.exec(file)?.[1] ?? [])) {
    const { notnews } = JSON.parse(read(`${day}.labels.json`)) as { notnews: Record<string, number[]> };
    const others = new Set(Object.values(notnews).flat());
    const lines = read(`${day}.txt`).split('\n');
    const texts = new Map(lines.map((line) => [line.split('\t')[0], line.split('\t')]));
    for (const { n, url } of JSON.parse(read(`${day}.json`)) as { n: number; url: string }[]) {
      const [, , title = '', text = ''] = texts.get(String(n)) ?? [];
      yield { item: { title, text, url, language: 'en' }, isNews: !others.has(n) };
    }
  }
}

// The weights were trained on these days, so this checks that they match the code that reads items, not how well
// they judge new ones.
describe.skipIf(missing)(`the labelled mornings${missing ? `: left out, ${labels} is missing` : ''}`, () => {
  test('items that are not news are found', () => {
    const items = [...labelled()];
    const found = items.filter(({ item }) => notNews(item) >= 0.5);
    const right = found.filter(({ isNews }) => !isNews).length;
    expect(right / found.length).toBeGreaterThan(0.85);
    expect(right / items.filter(({ isNews }) => !isNews).length).toBeGreaterThan(0.7);
  });
});
