import { ButtonStyle } from 'discord.js';
import { type Corrections, correctionForms, earlierCorrections } from '../../src/discord/cards/corrections.ts';
import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import { button, buttons, container, fits, grey, message, text, withPicture } from '../../src/discord/cards/parts.ts';
import { drawPlace, postedOf } from '../../src/discord/cards/place.ts';
import { type Texts, textsFor } from '../../src/discord/texts/texts.ts';
import type { StoryId } from '../../src/ids.ts';
import type { Drawn, Payload, RenderOptions } from '../../src/outbox/ports.ts';
import type { PostContent } from '../../src/storage/postContent.ts';

/** A message for followers of a story: that it starts, what is new, or that it ends. */
export interface FollowUpdate extends PostContent {
  storyId: StoryId;
  /** The story's headline at the time of following. */
  title: string;
  step: 'begins' | 'goes-on' | 'ends';
}

export function renderFollowUpdate(update: FollowUpdate, options: RenderOptions): Drawn {
  const texts = textsFor(update.locale);
  const numbered = update.places.map((place) => ({ place, number: 1 }));
  const drawn = correctionForms(numbered, []).map(({ told }) => drawWith(update, told, options, texts));
  const { body, told } = drawn.find((one) => fits(one.body)) ?? drawWith(update, new Map(), options, texts);
  return { payloads: [body as unknown as Payload], told };
}

function drawWith(
  update: FollowUpdate,
  corrections: Corrections,
  { deliveryKey, pictures }: RenderOptions,
  texts: Texts,
) {
  const { places, step, storyId, title, topics } = update;
  // `told` would link the earlier message, but all messages about the story are in the same thread or DM.
  const [place] = places.map((one) => ({ ...one, told: undefined }));
  const heading = texts.follow[step]({ title: escapeMarkdown(title, 200) });
  const drawn = place && drawPlace({ place, corrections, links: link, digest: update, texts });
  const picture = pictures && step === 'begins' ? place?.picture : undefined;
  const earlier = earlierCorrections(update, texts).join('\n');
  const body = message([
    container(topics.find(({ id }) => id === place?.topicId)?.colour ?? grey, [
      text(heading),
      ...(earlier === '' ? [] : [text(earlier)]),
      ...(drawn === undefined ? [] : [withPicture(drawn.markdown, picture)]),
      buttons(
        ...(step === 'ends' ? [] : [button(`following:end:${storyId}`, texts.follow.stop)]),
        // Has the delivery's key in its custom_id, by which Lede finds the message if Discord's answer was lost.
        button(`story:card:${deliveryKey}`, texts.story.openStory, ButtonStyle.Secondary),
      ),
    ]),
  ]);
  return {
    body: { ...body, content: escapeMarkdown(place?.title ?? title, 200) },
    told: place ? [postedOf({ ...place, storyId }, drawn?.quoted ?? [])] : [],
  };
}
