import { isElement, type PageElement, textOf } from './dom.ts';
import { nameWords, weightOf } from './wording.ts';

const tags = 'h1, h2';
const weightMin = 20;
const headingsLooked = 20;

/** Where the page sets its headline. */
export interface HeadlinePlace {
  /**
   * Class words of all that the headline stands in. They say nothing of dates on this page: builders of pages make everything a widget, and themes
   * name the whole page after its sidebar or its category.
   */
  words: ReadonlySet<string>;
  /** A box beside the headline is no top of the page. */
  parent: PageElement | undefined;
}

export const namesOf = (element: PageElement): string[] =>
  nameWords(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);

/** The heading that makes up most of the page's title. */
export function headlinePlace(body: PageElement): HeadlinePlace {
  const [first] = body.querySelectorAll('title');
  const title = first ? textOf(first) : '';
  let looked = 0;
  for (const heading of body.querySelectorAll(tags)) {
    if (looked++ > headingsLooked) break;
    const text = textOf(heading);
    if (weightOf(text) < weightMin || 2 * text.length < title.length || !title.includes(text)) continue;
    const words = new Set<string>();
    for (let at = heading.parentNode; at; at = at.parentNode)
      if (isElement(at)) for (const word of namesOf(at)) words.add(word);
    const parent = heading.parentNode ?? undefined;
    return { words, parent: parent === body ? undefined : parent };
  }
  return { words: new Set(), parent: undefined };
}
