import { nameWords, weightOf } from './furniture/wording.ts';
import { isElement, type PageElement, textOf } from './markup/dom.ts';

const tags = 'h1, h2';
const weightMin = 20;
const headingsLooked = 20;

/** Where the page sets its headline. */
export interface HeadlinePlace {
  /**
   * Class words of all that the headline stands in. They say nothing of dates on this page: builders of pages make
   * everything a widget, and themes name the whole page after its sidebar or its category.
   */
  words: ReadonlySet<string>;
  /** A box beside the headline is no top of the page. */
  parent: PageElement | undefined;
}

export const namesOf = (element: PageElement): string[] =>
  nameWords(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);

function placeOf(heading: PageElement, body: PageElement): HeadlinePlace {
  const words = new Set<string>();
  for (let at = heading.parentNode; at; at = at.parentNode)
    if (isElement(at)) for (const word of namesOf(at)) words.add(word);
  const parent = heading.parentNode ?? undefined;
  return { words, parent: parent === body ? undefined : parent };
}

/**
 * The heading that makes up most of the page's title, or the only one of the first level if the title has none of it: a
 * title for search engines.
 */
export function headlinePlace(body: PageElement): HeadlinePlace {
  const [first] = body.querySelectorAll('title');
  const title = first ? textOf(first) : '';
  const headings = [...body.querySelectorAll(tags)].slice(0, headingsLooked);
  const texts = new Map(headings.map((heading) => [heading, textOf(heading)]));
  const long = headings.filter((heading) => weightOf(texts.get(heading) ?? '') >= weightMin);
  const own = long.find((heading) => {
    const text = texts.get(heading) ?? '';
    return 2 * text.length >= title.length && title.includes(text);
  });
  if (own) return placeOf(own, body);
  const [only, ...others] = headings.filter(({ localName }) => localName === 'h1');
  if (only && others.length === 0 && long.includes(only) && !title.includes(texts.get(only) ?? ''))
    return placeOf(only, body);
  return { words: new Set(), parent: undefined };
}
