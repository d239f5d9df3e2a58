import { dayMs } from '../../clock.ts';
import { dateLine, isByline } from '../furniture/linePatterns.ts';
import { bare, wordCount } from '../furniture/wording.ts';
import type { Survey } from '../markup/survey.ts';
import { type DatedLine, timeTags } from './dateNotes.ts';
import { dateSpan, parseStated } from './dates.ts';

const publishedWords =
  /^(?:pub|published|publish|pubdate|publication|posted|created|createdate|submitted|date|datum|datetime|time|timestamp|fecha|dateline)$/;
const modifiedWords = /^(?:updated|modified|update|lastmod|modifydate)$/;
const publishedLabel =
  /(?:publi(?!c\s)\p{L}*|pubbl\p{L}*|posted|gepubliceerd|geplaatst|veröffentlicht|erstellt|erschienen|first published|submitted|created|written on|geschrieben|udgivet|julkaistu|dodano|opublikowan\p{L}*|опубликован\p{L}*|giriş|yayın\p{L}*|公開|公开|発行|发布|發布|입력|등록|승인|פורסם|نشر|(?:artikel|beitrag|meldung) vom|δημοσι\p{L}*|vydáno|zverejnené|objavlj?en\p{L}*|објављен\p{L}*|опубл\p{L}*|megjelent|közzétéve|avaldatud|paskelbta|diterbitkan|tayang|đăng|xuất bản|เผยแพร่|प्रकाशित|প্রকাশ\p{L}*|انتشار|منتشر)/iu;
const modifiedLabel =
  /(?:updated?|modified|last edited|revis(?:ed|ion)|reviewed|mis à jour|mise à jour|modifié|actualizado|atualizado|aktualisiert|geändert|bearbeitet|aggiornat|modificat|bijgewerkt|gewijzigd|uppdaterad|opdateret|oppdatert|endret|päivitetty|muokattu|aktualiz|zaktualiz|aktualis|обновл|измен|оновлен|güncelle|更新|수정|עודכן|تحديث|cập nhật|frissít|ενημέρωση|ενημερώθηκε|ανανέωση|atnaujint|atjaunin|uuendatud|diperbarui|pembaruan|अपडेट|আপডেট|به‌روز|ažurira|posodobljen|ажурира|changed|änderung)/iu;
/** Days of something else than the text. */
const otherLabel =
  /^(?:when|wann|cuándo|quand|expires?|born|geboren|died|termin|taken on|aufgenommen am)(?!\p{L})|©|copyright|\(c\)|all rights reserved|\b(?:valid (?:until|from)|gültig (?:bis|ab)|deadline|closing date|member since|joined|registered|mitglied seit|printed (?:on|from)|retrieved|accessed|abgerufen)\b/iu;
const permanent = /comment|permalink|permanent|share|print|e-?mail|follow/i;
const declared = /^(?:date(?:\s?(?:published|created|issued))?\b|created|issued|pubdate)/i;
const proseWordsMin = 12;
const lineWordsMax = 14;
const besideWordsMin = 5;
const labelWithin = 60;
const listMin = 3;
/** Elements before the headline in which its date may stand, and after it whatever prose they hold. */
const aboveMax = 15;
const belowMax = 30;

/** A date in a sentence of the text is part of what it tells. */
function isProse(line: DatedLine): boolean {
  const { text } = line;
  if (line.value !== undefined || !/[.!?]["”’»]?$/.test(text) || text.split(' ').length < proseWordsMin) return false;
  return !publishedLabel.test(text.slice(0, labelWithin)) && !modifiedLabel.test(text.slice(0, labelWithin));
}

/** A card with another article's headline, or a date in such a headline. */
function isTeaser(line: DatedLine, titles: ReadonlySet<string>, names: readonly string[]): boolean {
  const { beside, card } = line;
  if (card !== undefined && !titles.has(bare(card)) && dateLine(card) === undefined) return true;
  if (beside === undefined || wordCount(beside) < besideWordsMin || permanent.test(beside)) return false;
  if (dateLine(beside) !== undefined || isByline(beside)) return false;
  const plain = bare(beside);
  // Who wrote it can be a link of several words.
  if (names.some((name) => name.includes(plain))) return false;
  return ![...titles].some((title) => plain.includes(title) || (plain.length > 20 && title.includes(plain)));
}

/**
 * The element and the one around it hold a date each for three days or more: teasers, comments, fixtures. Only the
 * first may be the article's.
 */
function listed(lines: readonly DatedLine[]): Set<DatedLine> {
  const groups = new Map<string, { line: DatedLine; day: number }[]>();
  for (const line of lines) {
    const date = parseStated(line.value ?? line.text, true);
    if (!date) continue;
    for (const [i, parent] of line.parents.entries()) {
      const key = `${parent} ${i} ${line.tag}`;
      const group = groups.get(key) ?? [];
      group.push({ line, day: Math.floor(date.at / dayMs) });
      groups.set(key, group);
    }
  }
  const found = new Set<DatedLine>();
  for (const group of groups.values())
    if (new Set(group.map(({ day }) => day)).size >= listMin) for (const { line } of group) found.add(line);
  return found;
}

/** Three days or more in one line, and none of them said to be that of publication. */
function isRow({ text, value }: DatedLine): boolean {
  if (value !== undefined || publishedLabel.test(text)) return false;
  let rest = text;
  for (let i = 0; i < listMin; i++) {
    const span = dateSpan(rest);
    if (!span) return false;
    rest = rest.slice(span.to);
  }
  return true;
}

/** The lines of a page that may date its article, by how surely they do. */
export interface OwnLines {
  /** Microdata. */
  declared: DatedLine[];
  /** `time` elements, those by name first. */
  timed: DatedLine[];
  /** Near the headline or said to be the day of publication. */
  lines: DatedLine[];
  changed: DatedLine[];
  others: DatedLine[];
}

function headlineOf(survey: Survey, titles: ReadonlySet<string>): { order: number; prose: number } | undefined {
  const isTitle = (heading: { text: string }): boolean => titles.has(bare(heading.text));
  return survey.headings.find(isTitle) ?? survey.subheadings.find(isTitle) ?? survey.headings[0];
}

const hasWord = (line: DatedLine, pattern: RegExp): boolean => line.words.some((word) => pattern.test(word));

/** A text without the date that a label of some kind stands before. */
function without(label: RegExp, text: string): string {
  const at = text.search(label);
  const span = at < 0 ? undefined : dateSpan(text.slice(at));
  return span ? `${text.slice(0, at)} ${text.slice(at + span.to)}` : text;
}

/** "Updated 7 March, published 5 March" without its first half. */
const withoutChange = (text: string): string => without(modifiedLabel, text);

/** "Joined 5 March 2012, 7 March 2025": a line for two dates. */
function withoutOther(line: DatedLine): DatedLine {
  const rest = line.value === undefined ? without(otherLabel, line.text) : line.text;
  return rest !== line.text && dateSpan(rest) !== undefined ? { ...line, text: rest.trim() } : line;
}

/**
 * hAtom's "entry-date published updated" is one element for both dates; "5 March, updated 7 March" is one line for
 * both.
 */
function isModified(line: DatedLine): boolean {
  if (hasWord(line, modifiedWords) && !line.words.includes('published')) return true;
  if (/modified/i.test(line.itemprop)) return true;
  const before = line.before ?? '';
  if (modifiedLabel.test(before) && !publishedLabel.test(before.slice(before.search(modifiedLabel) + 1))) return true;
  return modifiedLabel.test(line.text) && dateSpan(withoutChange(line.text)) === undefined;
}

/**
 * Tells the dates of the article from those of teasers, comments, events, captions, and from today's in the page's
 * head.
 */
export function ownLines(survey: Survey, titles: ReadonlySet<string>): OwnLines {
  const head = headlineOf(survey, titles);
  const from = (head?.order ?? 0) - aboveMax;
  const names = [...survey.bylines, ...survey.signed.map(({ text }) => text)].map(bare);
  const isNear = (line: DatedLine): boolean =>
    head !== undefined &&
    line.prose <= head.prose + 1 &&
    (line.prose <= head.prose || line.order <= head.order + belowMax);
  const isOwn = (line: DatedLine): boolean =>
    !line.foreign &&
    line.tag !== 'h1' &&
    !titles.has(bare(line.text)) &&
    !isProse(line) &&
    !isRow(line) &&
    !otherLabel.test(line.text) &&
    !otherLabel.test(line.before ?? '') &&
    !isTeaser(line, titles, names);
  const all = survey.dated
    .map(withoutOther)
    .filter(isOwn)
    .sort((a, b) => a.order - b.order);
  const ordered = all.filter((line) => line.order >= from || line.tag === 'meta');
  const lists = listed(ordered);
  const firstListed = ordered.find((line) => lists.has(line));
  const isFirst = (line: DatedLine): boolean => line === firstListed && line.prose <= (head?.prose ?? 0);
  const isLabelled = (line: DatedLine): boolean => publishedLabel.test(`${line.before ?? ''} ${line.text}`);
  const own = ordered.filter((line) => !lists.has(line) || isFirst(line) || isLabelled(line));
  const changed = own.filter(isModified);
  const fresh = own
    .filter((line) => !line.inFooter && !changed.includes(line))
    .map((line) => ({ ...line, text: withoutChange(line.text) }));
  const timed = fresh.filter((line) => timeTags.has(line.tag) || line.tag === 'abbr');
  const isNamed = (line: DatedLine): boolean => line.words.length <= 16 && hasWord(line, publishedWords);
  const isShort = (line: DatedLine): boolean =>
    line.value !== undefined || dateLine(line.text) !== undefined || wordCount(line.text) <= lineWordsMax;
  const near = fresh.filter((line) => isNear(line) && isShort(line));
  const below = near.filter((line) => line.order > (head?.order ?? 0));
  return {
    declared: fresh.filter((line) => declared.test(line.itemprop)),
    timed: [...timed.filter(isNamed), ...timed],
    lines: [
      ...near.filter((line) => isNamed(line) || isLabelled(line)),
      ...fresh.filter((line) => publishedLabel.test(line.text)),
      ...below,
      ...near,
      ...fresh.filter(isNamed),
    ],
    changed,
    others: [
      ...fresh.filter((line) => line.value !== undefined || dateLine(line.text) !== undefined || isLabelled(line)),
      ...all.filter((line) => line.order < from && timeTags.has(line.tag) && !lists.has(line)),
    ],
  };
}

/** The value, and the text from the word on that says "published". */
export function textsOf(lines: readonly DatedLine[]): string[] {
  return lines.flatMap(({ text, value }) => {
    const labelled = text.slice(Math.max(0, text.search(publishedLabel)));
    return [value ?? '', labelled, text];
  });
}
