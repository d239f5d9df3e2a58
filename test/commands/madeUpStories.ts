import { storyQuestions } from '../../src/desk/stories.ts';
import type { StoryLine } from '../../src/newsroom/lines.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import { placeOf, technology, world } from '../discord/digestFixture.ts';
import { instead, type Scene } from './scene.ts';

const hour = 3_600_000;

/** Makes the desk find the returned stories instead of stored ones. The test may change the list at any time. */
export function tellMadeUp({ desk }: Pick<Scene, 'desk'>): StoryCard[] {
  const stories = [storyOf('ferry'), storyOf('water', technology), storyOf('moose')];
  const matching = (query: string) => stories.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
  const found: Partial<ReturnType<typeof storyQuestions>> = {
    suggestStories: async (_, query) => matching(query),
    storyById: async (storyId) => stories.find((story) => story.storyId === storyId),
    story: async (query) => {
      const [card] = matching(query);
      return card ? { kind: 'found', card } : { kind: 'nearest', stories, keptDays: 30 };
    },
  };
  Object.assign(desk.app.desk.use(storyQuestions), found);
  return stories;
}

/** Makes every search find one story once `before` has resolved. */
export function tellAfter(at: Pick<Scene, 'desk'>, before: () => Promise<void>): void {
  instead(at, storyQuestions, {
    async story() {
      await before();
      return { kind: 'found', card: storyOf('ferry') };
    },
  });
}

const titles: Record<string, string> = {
  ferry: 'Ferry crews walk out across the Sound',
  water: 'Parliament passes the water bill',
  moose: 'Moose delays the night train',
};

export function storyOf(storyId: string, topic: TopicLabel = world, more: Partial<StoryCard> = {}): StoryCard {
  const place = placeOf(1, { storyId, title: titles[storyId] ?? `Story ${storyId}` });
  const url = `https://post.example/${storyId}`;
  const line: StoryLine = {
    storyId,
    title: place.title,
    url,
    outlet: 'Harbour Post',
    topicId: topic.id,
    articles: 12,
    outlets: 9,
    voices: 4,
    firstAt: Date.UTC(2026, 10, 24, 4),
    lastAt: Date.UTC(2026, 10, 24, 12),
  };
  const from = (outlet: string, path: string) => ({
    outlet,
    outletId: outlet.toLowerCase(),
    url: `https://${outlet.toLowerCase()}.example/${path}`,
  });
  const said = (number: number, outlet: string) => ({
    text: `Sentence ${number} about the ${storyId}.`,
    articleId: `${storyId}-${outlet}`,
    ...from(outlet, storyId),
  });
  const copies = [{ ...from('Coast', '1'), outlet: 'Daily Coast' }, from('Metro', '1')];
  return {
    ...line,
    topic,
    sentences: [said(1, 'Post'), said(2, 'Radio'), said(3, 'Lantern')],
    zone: 'UTC',
    figures: [],
    changed: [],
    agreed: [],
    corrections: [],
    earlier: [],
    quotation: undefined,
    reports: [
      {
        articleId: `${storyId}-post`,
        outlet: 'Harbour Post',
        outletId: 'post',
        title: place.title,
        url,
        at: line.firstAt,
        sameText: [],
      },
      {
        ...from('North', '1'),
        articleId: `${storyId}-north`,
        outlet: 'Agency North',
        title: place.title,
        at: line.firstAt + hour,
        sameText: copies,
      },
    ],
    linksPaywalled: [],
    related: storyId === 'ferry' ? [{ ...line, storyId: 'moose', title: 'Moose delays the night train' }] : [],
    ...more,
  };
}
