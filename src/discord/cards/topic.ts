import { subtagOf } from '../../engine/languages/subtag.ts';
import type { TopicLabel } from '../../storage/postContent.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown } from './escape.ts';

/** A topic's name as plain text, for labels and suggestions. */
export function topicLabel(topic: TopicLabel, texts: Texts): string {
  return topic.names[subtagOf(texts.f.locale) ?? 'en'] ?? topic.names.en;
}

/** A topic's name as markdown, escaped because members name a server's own topics. */
export function topicName(topic: TopicLabel, texts: Texts): string {
  return escapeMarkdown(topicLabel(topic, texts), 60);
}
