import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PressArticle, Wording } from '../../playground/press/article.ts';
import { readData } from '../../playground/press/data.ts';
import { pressArticles } from '../../playground/press/edition.ts';
import { eventSheet, pressEvents } from '../../playground/press/event.ts';
import { pressOutlets } from '../../playground/press/outlets.ts';
import { pressTopics } from '../../playground/press/topics.ts';
import vennmark from '../../playground/press/vennmark.json' with { type: 'json' };
import { dayMs, hourMs } from '../../src/clock.ts';

const firstMorning = 8 * hourMs;
const calendarWords =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|(?:Sept|Nov|Dec)ember|October|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\b/;

function words(wording: Wording): number {
  return wording.paragraphs.join(' ').split(/\s+/).length;
}

function wordings(article: PressArticle): Wording[] {
  return article.changed ? [article.original, article.changed] : [article.original];
}

function sentences(wording: Wording): string[] {
  return wording.paragraphs.flatMap((paragraph) => paragraph.split(/(?<!\b(?:Mr|Ms|Dr)\.)(?<=[.!?]["”“]?)\s+/));
}

function dayOf(offsetMs: number): number {
  return Math.floor(offsetMs / dayMs) + 4;
}

describe('how much there is', () => {
  test('at least 42 events in 130 articles of 9 outlets over six days, every day with news', () => {
    expect(pressEvents.length).toBeGreaterThanOrEqual(42);
    expect(pressArticles.length).toBeGreaterThanOrEqual(130);
    expect(new Set(pressArticles.map((article) => article.outletId)).size).toBeGreaterThanOrEqual(9);
    for (const day of [0, 1, 2, 3, 4, 5]) {
      const count = pressArticles.filter((article) => dayOf(article.publishedOffsetMs) === day).length;
      expect(count, `day ${day}`).toBeGreaterThanOrEqual(10);
    }
  });

  test('at least six outlets give full text, and all four formats are used', () => {
    expect(pressOutlets.filter((outlet) => outlet.feedText === 'full').length).toBeGreaterThanOrEqual(6);
    expect(new Set(pressOutlets.map((outlet) => outlet.format)).size).toBe(4);
  });

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

  test('some events are told on more than one day', () => {
    const spans = pressEvents.map((event) => {
      const days = pressArticles.filter((a) => a.event === event).map((a) => dayOf(a.publishedOffsetMs));
      return Math.max(...days) - Math.min(...days) + 1;
    });
    expect(spans.filter((span) => span >= 2).length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...spans)).toBeLessThanOrEqual(5);
  });
});

describe('how it is written', () => {
  test('titles are short, articles have 60 to 180 words in paragraphs', () => {
    for (const article of pressArticles) {
      for (const wording of wordings(article)) {
        expect(wording.title.length, article.id).toBeLessThanOrEqual(110);
        expect(wording.paragraphs.length, article.id).toBeGreaterThanOrEqual(2);
        expect(words(wording), article.id).toBeGreaterThanOrEqual(60);
        expect(words(wording), article.id).toBeLessThanOrEqual(180);
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

  test('no two articles share a sentence unless one is marked as wire copy or the sentence is a quote', () => {
    const seen = new Map<string, PressArticle>();
    for (const article of pressArticles) {
      if (article.wire) continue;
      for (const sentence of new Set(wordings(article).flatMap(sentences))) {
        if (sentence.split(' ').length <= 3) continue;
        const other = seen.get(sentence);
        seen.set(sentence, article);
        if (other) expect(sentence, `${other.id} and ${article.id}`).toMatch(/["“”„]/);
      }
    }
  });

  test('wire copies keep most of the agency’s sentences', () => {
    const copies = pressArticles.filter((article) => article.wire);
    expect(copies.length).toBeGreaterThanOrEqual(8);
    for (const copy of copies) {
      const agency = pressArticles.filter((a) => a.event === copy.event && a.outletId === 'agency-north');
      const known = new Set(agency.flatMap((article) => sentences(article.original)));
      const own = sentences(copy.original);
      expect(own.filter((sentence) => known.has(sentence)).length / own.length, copy.id).toBeGreaterThan(0.5);
    }
  });

  test('every name of the country is in the news, spelt as in its list', () => {
    const all = pressArticles
      .flatMap(wordings)
      .map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'))
      .join('\n');
    for (const names of Object.values(vennmark)) {
      for (const name of Object.keys(names)) expect(all.includes(name), name).toBe(true);
    }
  });

  test('a quote of the same speaker stands in several outlets', () => {
    const quoting = pressArticles.filter((article) =>
      article.original.paragraphs.some((paragraph) => paragraph.includes('We have been patient for nine years')),
    );
    expect(quoting.map((article) => article.outletId)).toContain('lantern');
    const pail = pressArticles.filter((a) =>
      a.original.paragraphs.join(' ').includes('hole in the pail has been mended'),
    );
    expect(new Set(pail.map((article) => article.outletId)).size).toBeGreaterThanOrEqual(2);
  });
});

describe('what makes it honest', () => {
  test('two articles are corrected and one is withdrawn on a later day', () => {
    const later = pressArticles.filter((a) => a.changed && dayOf(a.changed.offsetMs) > dayOf(a.publishedOffsetMs));
    const titles = later.map((article) => article.changed?.title ?? '');
    const leads = later.map((article) => article.changed?.paragraphs[0] ?? '');
    expect(titles.filter((title) => title.startsWith('Correction:')).length).toBeGreaterThanOrEqual(2);
    expect(titles.filter((title) => title.startsWith('Retraction:'))).toHaveLength(1);
    for (const lead of leads) expect(lead).toMatch(/^(?:Correction|Retraction): /);
  });

  test('near-twins are two events of one topic on different days or hours', () => {
    const twins = pressEvents.filter((event) => event.twinOf);
    expect(twins.length).toBeGreaterThanOrEqual(8);
    for (const event of twins) {
      const other = pressEvents.find(({ id }) => id === event.twinOf);
      expect(other?.topic, event.id).toBe(event.topic);
    }
  });

  test('the second morning brings news of a told story, a correction and something that one outlet alone has', () => {
    const isSecondMorning = (offsetMs: number) => offsetMs >= firstMorning && offsetMs < firstMorning + dayMs;
    const fresh = pressArticles.filter((article) => isSecondMorning(article.publishedOffsetMs));
    const told = new Set(pressArticles.filter((a) => a.publishedOffsetMs < firstMorning).map((a) => a.event.id));
    expect(fresh.some((article) => told.has(article.event.id))).toBe(true);
    expect(pressArticles.some((article) => article.changed && isSecondMorning(article.changed.offsetMs))).toBe(true);
    expect(fresh.some((article) => pressArticles.filter((a) => a.event === article.event).length === 1)).toBe(true);
  });

  test('every event has its facts, and ids and addresses are unique', () => {
    for (const event of pressEvents) expect(event.facts.length, event.id).toBeGreaterThanOrEqual(1);
    expect(new Set(pressEvents.map(({ id }) => id)).size).toBe(pressEvents.length);
    expect(new Set(pressArticles.map(({ id }) => id)).size).toBe(pressArticles.length);
  });
});

test('a data file that can’t be used is named with what is wrong in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'press-'));
  const file = pathToFileURL(join(folder, 'storm.json'));
  const article = { outlet: 'metro', at: '4 25:00', title: 'Storm' };
  writeFileSync(file, JSON.stringify({ topic: 'weather', facts: ['Wind.'], articles: [article] }));
  expect(() => readData(file, eventSheet)).toThrow(/storm.json[\s\S]*at topic[\s\S]*at articles.0..at/);
  const timed = { ...article, at: '4 05:00' };
  writeFileSync(file, JSON.stringify({ topic: 'climate', facts: ['Wind.'], articles: [timed] }));
  expect(() => readData(file, eventSheet)).toThrow('An article has either text or wire.');
  writeFileSync(file, '{');
  expect(() => readData(file, z.unknown())).toThrow('storm.json');
  rmSync(folder, { recursive: true });
});
