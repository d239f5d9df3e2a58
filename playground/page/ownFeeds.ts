import { z } from 'zod';
import { renderDigest } from '../../commands/digest/card.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { type Preview, previewDigest } from '../../src/reading/previewDigest.ts';
import type { WireComponent } from '../discord/wire.ts';
import type { OwnFeedsLine } from './protocol.ts';
import type { PageParts } from './view.ts';

const urlsMax = 20;
const stories = 7;
const limitMs = 120_000;
const actionRow = 1;

const shape = z.object({ user: z.string(), addresses: z.string().max(4_000) });

/**
 * Makes a digest of a visitor's own sites or feeds. Sends its progress and then the digest; only `busy` while another
 * page's digest is being made. Throws ZodError for an invalid body.
 */
export function createOwnFeeds(parts: PageParts) {
  let isBusy = false;
  return async (body: unknown, signal: AbortSignal, send: (line: OwnFeedsLine) => void): Promise<void> => {
    const { user, addresses } = shape.parse(body);
    const locale = parts.server.world.people.get(user)?.locale ?? 'en-US';
    const urls = [...new Set(addresses.split(/[\s,]+/).filter((one) => one !== ''))].slice(0, urlsMax);
    if (isBusy) return send({ kind: 'busy' });
    isBusy = true;
    try {
      const until = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
      const preview = await previewDigest({ urls, stories, locale, ...parts.reads, progress: send, signal: until });
      send(lineOf(preview, locale));
    } finally {
      isBusy = false;
    }
  };
}

function lineOf({ digest, failures, declined }: Preview, locale: string): OwnFeedsLine {
  const texts = textsFor(locale);
  const { signals } = texts.status;
  const payloads =
    digest === undefined ? [] : renderDigest(digest, { deliveryKey: 'preview', pictures: false }).payloads;
  return {
    kind: 'digest',
    offline: digest === undefined && failures.every(({ code }) => code?.startsWith('dns-')),
    messages: payloads.map(({ components }) => withoutControls(components as readonly WireComponent[])),
    failures: failures.map(({ url, reason }) => ({ url, reason })),
    declined: declined.map((one) => ({ outlet: one.outletName, what: one.signals.map((signal) => signals[signal]) })),
  };
}

/** Leaves out what could be pressed, because the message exists on the page only. */
const withoutControls = (components: readonly WireComponent[]): WireComponent[] =>
  components
    .filter(({ type }) => type !== actionRow)
    .map((one) => (one.components === undefined ? one : { ...one, components: withoutControls(one.components) }));
