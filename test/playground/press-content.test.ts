import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type PressArticle, pressArticles } from '../../playground/press/article.ts';
import { readData } from '../../playground/press/data.ts';
import { eventSheet } from '../../playground/press/event.ts';
import { pressTopics } from '../../playground/press/topics.ts';
import { dayMs, hourMs } from '../../src/clock.ts';
import { scratchFolder } from '../storage/scratch.ts';

const firstMorning = 8 * hourMs;
const calendarWords =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|(?:Sept|Nov|Dec)ember|October|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\b/;

function wordings(article: PressArticle) {
  return article.changed ? [article.original, article.changed] : [article.original];
}

test('each topic has at least three events, and both mornings a story in it with two outlets or more', () => {
  for (const { id } of pressTopics) {
    const own = pressArticles.filter((article) => article.topicIds.includes(id));
    expect(new Set(own.map((article) => article.event.id)).size, id).toBeGreaterThanOrEqual(3);
    for (const morning of [firstMorning, firstMorning + dayMs]) {
      const fresh = own.filter((a) => a.publishedOffsetMs >= morning - dayMs && a.publishedOffsetMs < morning);
      const byEvent = Map.groupBy(fresh, (article) => article.event.id);
      const outlets = [...byEvent.values()].map((articles) => new Set(articles.map((a) => a.outletId)).size);
      expect(Math.max(...outlets), `${id} before ${morning / hourMs} h`).toBeGreaterThanOrEqual(2);
    }
  }
});

test('no text names a weekday or a month, as the first morning can be any day', () => {
  for (const article of pressArticles) {
    for (const { title, paragraphs } of wordings(article)) {
      expect([title, ...paragraphs].join('\n'), article.id).not.toMatch(calendarWords);
    }
  }
});

test('an invalid data file is named with its fault', () => {
  const file = pathToFileURL(join(scratchFolder(), 'storm.json'));
  const article = { outlet: 'metro', at: '4 25:00', title: 'Storm' };
  writeFileSync(file, JSON.stringify({ topic: 'weather', facts: ['Wind.'], articles: [article] }));
  expect(() => readData(file, eventSheet)).toThrow(/storm.json[\s\S]*at topic[\s\S]*at articles.0..at/);
  const timed = { ...article, at: '4 05:00' };
  writeFileSync(file, JSON.stringify({ topic: 'climate', facts: ['Wind.'], articles: [timed] }));
  expect(() => readData(file, eventSheet)).toThrow('An article has either text or wire.');
  writeFileSync(file, '{');
  expect(() => readData(file, z.unknown())).toThrow('storm.json');
});
