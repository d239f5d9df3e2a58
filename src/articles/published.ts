import type { EpochMs } from '../clock.ts';
import { dayInUrl, daysApart, parseStated, type StatedDate } from './dates.ts';
import type { StructuredData } from './structured.ts';
import type { DatedLine, Survey } from './survey.ts';

const publishedMetas = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'published_time',
  'date.release',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'bt:pubdate',
  'cxenseparse:recs:publishtime',
  'article.published',
  'rnews:datepublished',
  'originalpublicationdate',
  'displaydate',
  'datecreated',
  'article:created',
  'article.created',
  'date',
  'created',
  'dc.date',
  'og:date',
  'timestamp',
];
const modifiedMetas = [
  'article:modified_time',
  'og:updated_time',
  'lastmod',
  'last-modified',
  'datemodified',
  'dcterms.modified',
];
const publishedWords =
  /^(?:pub|published|publish|pubdate|publication|posted|created|date|datum|datetime|time|timestamp|fecha|dateline)$/;
const modifiedWords = /^(?:updated|modified|update|lastmod)$/;
const labelled =
  /(?:published|posted|publié|publicado|veröffentlicht|pubblicato|gepubliceerd|erstellt|first published)/i;
const modifiedLabel = /(?:updated|modified|mis à jour|actualizado|aktualisiert|aggiornato|bijgewerkt)/i;
const proseWordsMin = 12;
const americanHost = /\.(?:com|us|net|org|gov|edu|info)$/;
const europeanLanguage = /^(?!en|zh|ja|ko)[a-z]{2}|^en-(?:gb|ie|in|au|nz|za|ke|ng|pk|sg)/i;

/** A date in a sentence of the text is part of what it tells. */
function isProse(line: DatedLine): boolean {
  return line.value === undefined && /[.!?]["”’»]?$/.test(line.text) && line.text.split(' ').length >= proseWordsMin;
}

/** The order in which statements are believed; the first group that states a full date decides. */
function statements(survey: Survey, data: StructuredData): { machine: string[][]; lines: string[][] } {
  const metas = (names: readonly string[]): string[] => names.flatMap((name) => survey.metas.get(name) ?? []);
  const near = survey.headings[0]?.order ?? 0;
  const own = survey.dated.filter((line) => !line.foreign && !isProse(line));
  // hAtom's "entry-date published updated" is one element for both dates.
  const isModified = (line: DatedLine): boolean =>
    (line.words.some((word) => modifiedWords.test(word)) && !line.words.includes('published')) ||
    /modified/i.test(line.itemprop) ||
    modifiedLabel.test(line.text);
  const fresh = own.filter((line) => !isModified(line));
  const both = (line: DatedLine): string[] => [line.value ?? '', line.text];
  const texts = (list: readonly DatedLine[]): string[] => list.flatMap(both);
  const timed = fresh.filter((line) => line.tag === 'time' || line.tag === 'abbr');
  return {
    machine: [
      data.published,
      metas(publishedMetas),
      texts(fresh.filter((line) => /^date(?:published|created)|^pubdate/i.test(line.itemprop))),
      texts(timed.filter((line) => line.words.some((word) => publishedWords.test(word)))),
      texts(timed.slice(0, 1)),
    ],
    lines: [
      texts(fresh.filter((line) => line.words.length <= 16 && line.words.some((word) => publishedWords.test(word)))),
      own.filter((line) => labelled.test(line.text)).map((line) => line.text.slice(line.text.search(labelled))),
      texts(fresh.filter((line) => near > 0 && line.order >= near - 6 && line.order <= near + 30)),
      [...data.modified, ...metas(modifiedMetas)],
      texts(own),
    ],
  };
}

function firstDate(group: readonly string[], monthFirst: boolean): StatedDate | undefined {
  for (const text of group) {
    const date = text === '' ? undefined : parseStated(text, monthFirst);
    if (date) return date;
  }
  return undefined;
}

/** A day without a time is made an instant by a later statement on the same day. */
function refined(date: StatedDate, groups: readonly (readonly string[])[], monthFirst: boolean): EpochMs {
  if (!date.dayOnly) return date.at;
  for (const group of groups) {
    for (const text of group) {
      const other = text === '' ? undefined : parseStated(text, monthFirst);
      if (other && !other.dayOnly && other.at >= date.at && daysApart(other.at, date.at) < 1) return other.at;
    }
  }
  return date.at;
}

/**
 * When the article was published, in epoch milliseconds: JSON-LD, metas, a full day in the URL, `time` and date-like elements, lines near the
 * headline, any short line. A stated date more than 2.5 days from a full day in the URL belongs to something else.
 */
export function findPublished(
  survey: Survey,
  data: StructuredData,
  url: string,
  language: string | undefined,
): EpochMs | undefined {
  const host = URL.parse(url)?.hostname ?? '';
  const monthFirst = americanHost.test(host) && !europeanLanguage.test(language ?? '');
  const { machine, lines } = statements(survey, data);
  const urlDay = dayInUrl(url);
  for (const group of machine.slice(0, 2)) {
    const date = firstDate(group, monthFirst);
    if (date && (urlDay === undefined || daysApart(date.at, urlDay) <= 2.5)) return refined(date, machine, monthFirst);
  }
  if (urlDay !== undefined)
    return refined({ at: urlDay, dayOnly: true }, [...machine, ...lines.slice(0, 3)], monthFirst);
  for (const group of [...machine.slice(2), ...lines]) {
    const date = firstDate(group, monthFirst);
    if (date) return refined(date, machine, monthFirst);
  }
  return undefined;
}
