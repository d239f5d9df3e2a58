import { describe, expect, test } from 'vitest';
import { rateTitles } from '../../src/engine/stories/headline.ts';
import { untoldHeads } from '../../src/newsroom/untoldHeads.ts';

/** A Thursday, 08:00 UTC. */
const at = Date.UTC(2026, 10, 26, 8);
const hour = 3_600_000;
const article = (newsroom: string, title: string, text: string, hours = 5) => ({
  id: `${newsroom}-${title}`,
  newsroom,
  outletId: newsroom,
  title,
  paragraphs: [text],
  publishedAt: at + hours * hour,
  language: 'en',
});
const walkout = article('post', 'Ferry crews walk out across the Sound', 'About 900 deckhands stopped work.', -20);
const told = {
  at,
  texts: [walkout.title, 'About 900 deckhands stopped work on Wednesday.'],
  known: [walkout],
};
/** The headline of the update, if there is one. */
const updateHeadline = (...given: Parameters<typeof untoldHeads>) =>
  rateTitles(given[0], untoldHeads(...given))[0]?.article;
const deal = article('metro', 'Operator offers crews nine percent', 'The operator offered nine percent on Thursday.');
const confirmed = article('radio', 'Nine percent on the table', 'The ferry operator has offered nine percent more.');

describe('the headline of an update', () => {
  test('tells what is new, in the words of two outlets', () => {
    expect(updateHeadline([deal, confirmed], told)?.title).toMatch(/nine percent/i);
    expect(updateHeadline([deal], told)).toBeUndefined();
  });

  test('is not confirmed by a sister title', () => {
    expect(updateHeadline([deal, { ...confirmed, newsroom: deal.newsroom }], told)).toBeUndefined();
  });

  test('may be one outlet’s alone if no other ever reported the story', () => {
    const own = { ...deal, newsroom: 'post' };
    expect(updateHeadline([own], told)).toBe(own);
    expect(updateHeadline([own], { ...told, known: [walkout, { ...walkout, newsroom: 'radio' }] })).toBeUndefined();
  });

  test('is the latest toll, even if one newsroom has it alone', () => {
    const sinking = article('post', 'At least 12 people dead after ferry sinks on the Sound', 'The toll is 12.', -20);
    const sunk = { ...told, texts: [sinking.title], known: [sinking] };
    const rescue = article(
      'radio',
      'Divers search the wreck for survivors',
      'The ferry sank, killing 12 people. Divers search.',
    );
    const search = article('wire', 'Survivors feared trapped in the wreck', 'Divers search the wreck for survivors.');
    const rising = article('metro', 'Ferry death toll rises to 31', 'More bodies were found.', 7);
    expect(updateHeadline([rescue, search, rising], sunk)).toBe(rising);
    const same = { ...rising, title: 'Ferry death toll stands at 12' };
    expect(updateHeadline([rescue, same], sunk)).not.toBe(same);
  });

  test('is one that may head the update, at the stage that the new articles report', () => {
    const aside = article('gazette', 'Crews thank nine percent of the guests', 'Crews thank nine percent.');
    expect(updateHeadline([deal, confirmed, aside], told, [aside, deal])).toBe(deal);
  });

  test('is neither a question nor a list of things to know', () => {
    for (const title of [
      'Will nine percent be enough?',
      '5 things to know about nine percent',
      'Nine percent: live',
      'The latest: nine percent',
    ]) {
      const both = [deal, confirmed].map((one) => ({ ...one, title }));
      expect(updateHeadline(both, told), title).toBeUndefined();
    }
  });

  test('does not repeat what was posted', () => {
    const again = article('metro', 'Deckhands stopped work across the Sound', 'Crews walk out.');
    const same = article('radio', 'Ferry deckhands stopped work', 'Crews walk out across the Sound.');
    expect(updateHeadline([again, same], told)).toBeUndefined();
  });

  test('has a word that nothing published before the post contained', () => {
    const known = [walkout, { ...confirmed, publishedAt: at - hour }, { ...deal, publishedAt: at - hour }];
    expect(updateHeadline([deal, confirmed], { ...told, known })).toBeUndefined();
  });

  test('needs no such word if five newsrooms go on with the story, but is never from a day before', () => {
    const on = ['metro', 'radio', 'wire', 'gazette', 'coast'].map((id) =>
      article(id, 'Ferry crews reject the offer', 'Crews walk out.'),
    );
    const known = [walkout, { ...deal, title: 'Crews may reject the offer', publishedAt: at - hour }];
    expect(updateHeadline(on.slice(1), { ...told, known })).toBeUndefined();
    expect(updateHeadline(on, { ...told, known })?.title).toBe('Ferry crews reject the offer');
    const dated = on.map((one) => ({ ...one, paragraphs: ['Crews walked out on Wednesday.'] }));
    expect(updateHeadline(dated, { ...told, known })).toBeUndefined();
    const same = on.map((one) => ({ ...one, title: 'Crews walk out across the Sound' }));
    expect(updateHeadline(same, { ...told, known })).toBeUndefined();
  });

  test('is not the rewording of a headline from a day before the story was posted', () => {
    const late = article('metro', 'Boats idle as hundreds strike', 'Boats were idle on Wednesday as hundreds struck.');
    const same = article('radio', 'Hundreds strike, boats idle', 'Hundreds struck on Wednesday, and boats lay idle.');
    expect(updateHeadline([late, same], told)).toBeUndefined();
    const today = { ...late, paragraphs: ['Boats were idle on Thursday, a day after hundreds struck on Wednesday.'] };
    expect(updateHeadline([today, same], told)).toBe(today);
  });

  test('is not from a day before in German either', () => {
    const stale = [
      article('metro', 'Hunderte streiken auf den Fähren', 'Hunderte streikten am Mittwoch auf den Fähren.'),
      article('radio', 'Fähren: Hunderte streiken', 'Auf den Fähren streikten am Mittwoch Hunderte.'),
    ].map((one) => ({ ...one, language: 'de' }));
    expect(updateHeadline(stale, { ...told, texts: ['Besatzungen legen die Arbeit nieder'] })).toBeUndefined();
  });
});
