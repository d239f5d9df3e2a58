import { describe, expect, test } from 'vitest';
import { leadOf, tellStory } from '../../../src/engine/leads/telling.ts';

const article = (outlet: string, title: string, ...paragraphs: string[]) => ({
  id: outlet,
  outlet,
  title,
  paragraphs,
  language: 'en',
});

const found = 'A robot has found eight unknown cracks in the tide gates of Marhaven, the port authority said.';
const plain = article(
  'agency',
  'Robot finds eight cracks in the tide gates of Marhaven',
  `${found} It works at night.`,
  'The gates were built in 1966 and will be repaired in the summer.',
);
const scene = article(
  'lantern',
  'Our crab has found eight cracks nobody knew of',
  'Remember the thing that used to walk into the library lift? It has a job. Crab 3, built by Ketil Robotics behind the library, spent two nights in the tide gates and came out with eight new cracks on its list.',
  'It walks sideways because the gaps are sideways. What they will do next is open.',
);
const ban = 'The port of Marhaven banned all fishing boats from the Sound on Tuesday.';
const first = (...articles: (typeof plain)[]) => tellStory(articles, articles[0] ?? plain, { max: 1 })[0]?.text;

describe('the sentence that tells a story', () => {
  test('is the lead if the lead has the news', () => {
    expect(first(plain)).toBe(found);
    expect(first(plain, scene)).toBe(first(plain));
  });

  test.each([
    ['a question', 'Remember the thing that used to walk into the library lift?'],
    ['a remark', 'Some of us cannot keep a bicycle for a term.'],
    ['an order to the reader', 'Put that in your out-of-office.'],
    ['a sentence without its name', 'At midnight he came out by the side door.'],
    ['a few words', 'One scoop was all it took.'],
    ['what says nothing of the headline', 'It has puzzled people since there were people with rivers.'],
  ])('is not %s if a later one has the news', (_, opening) => {
    const news = 'Crab 3 of Ketil Robotics found eight cracks in the tide gates that nobody knew of.';
    const crab = article('lantern', 'Crab finds eight cracks in tide gates at Marhaven', `${opening} ${news}`);
    expect(first(crab)).toBe(news);
  });

  test('is not a correction, which repeats the wrong figure or leaves open what the right one counts', () => {
    const note = 'An earlier version of this article said that 85 cracks were found in the tide gates of Marhaven.';
    const lead = 'A robot has found 58 unknown cracks in the tide gates of Marhaven, the port authority said.';
    const head = article('post', 'Robot finds 58 cracks in the tide gates of Marhaven', 'Nothing else is known.');
    const right = 'The robot found 58 cracks in the gates.';
    const correction = article('agency', 'Correction: Cracks in the tide gates', right);
    const all = (one: typeof plain) => tellStory([head, one], head, { max: 4 }).map(({ text }) => text);
    expect(all(correction)).not.toContain(right);
    expect(all(article('agency', 'Cracks in the tide gates', note, lead))).not.toContain(note);
    const german = 'In einer früheren Version hieß es, ein Roboter habe 85 Risse in den Toren gefunden.';
    expect(all({ ...article('radio', 'Risse in den Toren', german), language: 'de' })).not.toContain(german);
  });

  test('is the lead though it shares no word with the headline', () => {
    const lead = 'About 900 deckhands stopped work at 04:00.';
    const paragraphs = [lead, 'The walkout is the first since the war, the ferry union said.'];
    expect(first(article('post', 'Ferry crews walk out across the Sound', ...paragraphs))).toBe(lead);
  });

  test('is another outlet’s if the headline’s article has no suitable one, and none rather than one that needs its context', () => {
    const text = 'Marta Ilves drew the last game and is champion of Halden.';
    const other = article('post', 'Ilves wins the title', text);
    const dangling = article('coast', 'Chess: Ilves is champion', 'It took her an hour to draw the game.');
    expect(tellStory([other, dangling], dangling, { max: 1 })).toEqual([{ text, articleId: 'post' }]);
    expect(first(dangling)).toBeUndefined();
  });

  test('is another outlet’s if that supports the headline and the article’s own does not', () => {
    const own = article('coast', 'Port bans fishing boats from the Sound', 'The move is part of a plan for the coast.');
    expect(first(own, article('post', 'Port bans boats', ban))).toBe(ban);
  });

  test.each(
    Object.entries({
      'speaks for himself': ['When I saw the tide gates of Marhaven, we had eight cracks, and you saw it.', false],
      'quotes one who does': ['The tide gates of Marhaven have eight cracks, “and we saw all”, said Ida Brandt.', true],
      'names a war': ['The tide gates of Marhaven, which stood through World War I, have eight cracks.', true],
      'quotes and says no more': ['“The tide gates of Marhaven have eight cracks.”', false],
    } as const),
  )("is from an outlet's own report: one that %s", (_, [sentence, fits]) => {
    const dull = 'The port of Marhaven will have all eight cracks in the gates looked at by divers.';
    const gates = article('post', 'Robot finds cracks in the tide gates', sentence, dull);
    expect(first(gates)).toBe(fits ? sentence : dull);
  });

  test('gives no other death toll than the headline', () => {
    const two = 'Bei einem Brand in einem Hochhaus in Halden sind mindestens zwei Menschen ums Leben gekommen.';
    const five = 'Die Feuerwehr fand die fünf Toten am Dienstagmorgen in einem Aufzug des Hochhauses.';
    const fire = article('post', 'Gebäudebrand in Halden: Fünf Tote in Aufzug gefunden', two, five);
    expect(first({ ...fire, language: 'de' })).toBe(five);
  });

  test('is from a feature only if there is no other', () => {
    const away = 'Fishing boats must stay away from Marhaven until May.';
    const own = article('coast', 'Port bans fishing boats from the Sound', away);
    const feature = { ...article('post', 'How the port banned boats', ban), notNews: 0.9 };
    expect(first(own, feature)).toBe(away);
    expect(first({ ...own, paragraphs: [] }, feature)).toBe(ban);
  });

  test('is a standfirst if there is no sentence', () => {
    const line = 'Authority fears for the tide gates of Marhaven';
    expect(first(article('coast', 'Robot finds cracks', line))).toBe(line);
  });

  test('exceeds the public quoting limit only if nothing shorter tells the news', () => {
    const long = `The port of Marhaven said that ${'the tide gates on the northern side and '.repeat(8)}all others are to be repaired.`;
    const short = 'The tide gates of Marhaven were built in 1966.';
    const gates = article('post', 'Tide gates of Marhaven are to be repaired', long, short);
    expect(first(gates)).toBe(short);
    expect(first({ ...gates, paragraphs: [long] })).toBe(long);
    const other = article('radio', 'Marhaven repairs its gates', short);
    expect(first({ ...gates, paragraphs: [long] }, other)).toBe(short);
  });

  test("is credited to the headline's outlet if another one prints the same sentence", () => {
    const copy = { ...plain, id: 'coast', outlet: 'coast' };
    expect(tellStory([plain, copy], copy, { max: 1 })[0]?.articleId).toBe('coast');
  });
});

describe('what follows it', () => {
  test('is from another outlet and adds something', () => {
    const price = 'Ketil Robotics asks 40,000 crowns for a night, a third of what divers cost the port of Marhaven.';
    const same = 'Eight unknown cracks were found in the tide gates of Marhaven by a robot, the port authority said.';
    const again = article('metro', 'Eight cracks in the gates', same, price);
    const lines = tellStory([plain, again], plain, { max: 2 });
    expect(lines.map(({ text }) => text)).toEqual([found, price]);
  });

  test('adds only new facts, and nothing if the rest is colour', () => {
    const told = [found];
    const gulls = 'Gulls sat on the wall and looked on for a while.';
    const colour = article('post', 'Something walks in the gates', gulls);
    expect(tellStory([colour, plain], plain, { max: 2, told }).map(({ text }) => text)).not.toContain(gulls);
    const more = 'The robot has found three more cracks in the tide gates of Marhaven, which stay closed until Friday.';
    const later = article('agency-2', 'Robot finds three more cracks in the tide gates of Marhaven', more);
    expect(tellStory([later], later, { max: 2, told }).map(({ text }) => text)).toEqual(later.paragraphs);
  });
});

describe('the summary of an article', () => {
  const strike = {
    title: 'Ferry crews walk out across the Sound',
    paragraphs: [
      'HALDEN (AP) — About 900 deckhands of the Sound ferries stopped work on Tuesday, the first walkout since 1998.',
      'Ferry crews walk out across the Sound.',
      'The union wants nine percent more pay for night shifts, and the operator has offered four percent.',
      'READ MORE: How the Sound got its ferries',
      'The operator said two of eleven ferry routes across the Sound would run until the strike of the deckhands ends.',
      'Ann Lee contributed to this report.',
    ],
  };

  test('is made of its sentences, word for word, in order, each once, within the words', () => {
    const whole = strike.paragraphs.join('\n');
    for (const wordsMax of [20, 40, 60, 200]) {
      const lead = leadOf(strike, { wordsMax });
      const places = lead.map((sentence) => whole.indexOf(sentence));
      expect(places.every((at, n) => at > (places[n - 1] ?? -1))).toBe(true);
      expect(lead.join(' ').split(' ').length).toBeLessThanOrEqual(wordsMax);
      expect(lead.join(' ')).not.toMatch(/READ MORE|contributed|Ferry crews walk out/);
    }
  });

  test('is one sentence even if too long, a standfirst if there is no sentence, and empty without text', () => {
    expect(leadOf(strike, { wordsMax: 3 })).toHaveLength(1);
    const stub = 'About 900 deckhands stopped work at dawn';
    expect(leadOf({ title: '', paragraphs: [stub] })).toEqual([stub]);
    expect(leadOf({ title: '', paragraphs: [] })).toEqual([]);
    expect(leadOf({ title: '', paragraphs: ['', ' … '] })).toEqual([]);
  });
});
