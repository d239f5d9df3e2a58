import { describe, expect, test } from 'vitest';
import { confirmedHeads, headlineOf, rateTitles } from '../../../src/engine/stories/headline.ts';

let minute = 0;
function article(outletId: string, title: string, lead: string) {
  minute += 1;
  return { id: `${outletId}-${minute}`, outletId, title, paragraphs: [lead], publishedAt: minute * 60_000 };
}
const at = (hours: number, ...[outletId, title, lead]: Parameters<typeof article>) => ({
  ...article(outletId, title, lead),
  publishedAt: hours * 3_600_000,
});

const crews = 'Ferry crews walk out across the Sound';
const row = 'About 900 deckhands stopped the ferries on the Sound in a row over night shifts.';
const walkout = article('post', crews, row);
const still = article('radio', 'Ferries on the Sound stand still', 'No boats left this morning as crews walked out.');

describe('the headline', () => {
  test.each([
    ['a question', 'Will the ferries on the Sound ever sail with crews again?'],
    ['a shout', 'FERRY CREWS WALK OUT ACROSS THE SOUND'],
    ['a question before its answer', 'No ferries? Ferry crews walk out across the Sound'],
    ['a correction', 'Correction: Ferry crews walk out across the Sound'],
    ['a retraction', 'Retraction: Ferry crews walk out across the Sound'],
  ])('is not %s while there is another', (_, title) => {
    const other = article('metro', title, 'The ferries on the Sound stand still, the crews walk out.');
    expect(headlineOf([other, walkout, still])).not.toBe(other);
  });

  test('is one that names the place rather than a shorter one without it', () => {
    const short = article('metro', 'Boat shed is ablaze', 'A shed in Tornvik caught fire at night.');
    const placed = article('post', 'Boat shed ablaze in Tornvik harbour after lightning', 'It burns since midnight.');
    const fire = article('radio', 'Fire on the coast', 'A boat shed in Tornvik is ablaze.');
    expect(headlineOf([short, placed, fire])).toBe(placed);
  });

  test('is a question when there is nothing else', () => {
    const only = article('metro', 'Will the ferries ever sail again?', 'Nobody knows.');
    expect(headlineOf([only])).toBe(only);
  });

  test('says what most articles say', () => {
    const aside = article('lantern', 'Bride reaches wedding by rowing boat', 'The ferries on the Sound stood still.');
    expect(headlineOf([aside, walkout, still])).not.toBe(aside);
  });

  test('is one that is probably not news only if all are, and prefers the more certain news', () => {
    const review = { ...walkout, notNews: 0.6 };
    const doubtful = { ...still, id: 'doubtful', notNews: 0.45 };
    const plain = { ...still, notNews: 0.05 };
    expect(headlineOf([review, plain])).toBe(plain);
    expect(headlineOf([doubtful, plain])).toBe(plain);
    expect(headlineOf([review, doubtful])).toBe(doubtful);
    expect(headlineOf([review])).toBe(review);
  });

  test('is not outdated by the newest articles', () => {
    const vote = at(0, 'a', 'Ferry crews on the Sound vote for strike', 'Ferry crews on the Sound voted for a strike.');
    const strike = at(60, 'b', 'Ferry crews on the Sound stop work', 'Ferry crews on the Sound began their strike.');
    expect(headlineOf([vote, strike])).toBe(strike);
    expect(headlineOf([vote, { ...strike, publishedAt: 3_600_000 }])).toBe(vote);
  });

  test('of an affair over days is about the latest stage that two newsrooms report', () => {
    const strike = ['post', 'radio', 'metro', 'wire', 'coast'].map((id, nth) =>
      at(nth, id, 'Ferry crews on the Sound walk out', 'Ferry crews on the Sound walked out.'),
    );
    const ended = at(50, 'post', 'Ferries sail again as crews end their strike', 'The strike on the Sound ended.');
    const deal = at(51, 'radio', 'Crews end strike after nine percent offer', 'Crews on the Sound ended their strike.');
    expect([ended, deal]).toContain(headlineOf([...strike, ended, deal]));
    const feature = at(90, 'wire', 'Ferry crews on the Sound look back', 'Crews on the Sound walked out last week.');
    expect(headlineOf([...strike, { ...feature, notNews: 0.6 }]).title).toBe('Ferry crews on the Sound walk out');
  });

  test('with dots that tease comes after a plain one', () => {
    const other = article('metro', `${crews}, but …`, row);
    expect(headlineOf([walkout, still, other])).not.toBe(other);
    expect(headlineOf([other])).toBe(other);
  });

  test('counts each newsroom once, however often it reports', () => {
    const aside = ['first', 'second', 'third'].map((id) => ({
      ...at(0, id, 'Mayor opens the regatta on the Sound at noon', 'The mayor opens the regatta on the Sound.'),
      newsroom: 'gazette',
    }));
    const others = ['post', 'radio'].map((id) => at(0, id, crews, `Crews of ${id} walk out across the Sound.`));
    expect(headlineOf([...aside, ...others]).title).toBe(crews);
  });

  test('of a deadly event gives the latest toll', () => {
    const early = at(0, 'post', 'Ferry sinks on the Sound, killing 12 people', 'A ferry sank on the Sound on Monday.');
    const plain = at(4, 'radio', 'Ferry sinks on the Sound in a storm', 'A ferry sank on the Sound, killing 12.');
    const latest = at(5, 'metro', 'At least 31 people dead after ferry sinks', 'Divers found more bodies.');
    const part = at(6, 'wire', 'Ferry sinks on the Sound with crew on board', 'The dead include two people on deck.');
    expect(headlineOf([early, plain, latest, part])).toBe(latest);
  });

  test('is chosen by all articles among those that may head the story', () => {
    const oil = article('coast', 'Oil rises as ferry crews walk out across the Sound', 'Oil rose.');
    const boats = article('pier', 'Boats wait', 'Boats wait.');
    expect(rateTitles([walkout, still, oil, boats], [boats, oil])[0]?.article).toBe(oil);
  });

  test('is confirmed if other newsrooms use half of its words', () => {
    const crank = article('pier', 'Big Port wants the ferry gone', 'Big Port wants the boats of the Sound for itself.');
    expect(confirmedHeads([walkout, still, crank], [walkout, crank])).toEqual([walkout]);
  });

  test('is the same for the same articles', () => {
    const twins = ['One.', 'Two.'].map((lead) => at(0, lead, 'Ferry strike begins today', lead));
    expect(headlineOf(twins)).toBe(twins[0]);
  });
});

test('one behind a paywall gives way to a free one that is about as good, not to a worse one', () => {
  const pay = { ...walkout, paywalled: true };
  const free = article('metro', crews, 'About 900 deckhands stopped all boats in a row.');
  expect(headlineOf([pay, free, still])).toBe(free);
  const shout = article('metro', crews.toUpperCase(), row);
  expect(headlineOf([pay, shout])).toBe(pay);
});

test('one of a preferred outlet comes before all others, but news before what may not be news', () => {
  const preferred = { ...still, preferred: true };
  expect(headlineOf([walkout, preferred])).toBe(preferred);
  const livelier = { ...article('radio', 'Ferries on the Sound stand still', row), notNews: 0.9 };
  expect(headlineOf([walkout, { ...livelier, preferred: true }, preferred])).toBe(preferred);
});

test('an article that a preferred outlet withdrew gives way to the other outlets’ reports', () => {
  const withdrawn = { ...still, title: `Withdrawn: ${still.title}`, preferred: true };
  expect(headlineOf([walkout, withdrawn])).toBe(walkout);
});
