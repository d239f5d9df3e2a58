import type { Desk } from '../../src/desk/desk.ts';
import type { ChannelId, OutletId, ServerId } from '../../src/ids.ts';
import type { Stance } from '../../src/storage/records/servers/outlets.ts';

export interface OutletName {
  id: OutletId;
  name: string;
}

export function outletQuestions({ storage, outletsById }: Desk) {
  const { records } = storage;

  /** Outlets of the server's own feeds, by the feeds' names for them. */
  const ownOutlets = async (serverId: ServerId): Promise<OutletName[]> => {
    const feeds = await Promise.all(
      (await records.ownTopicsAndFeeds.feeds(serverId)).map(({ feedId }) => records.feeds.byId(feedId)),
    );
    const own = feeds.flatMap((feed) => (feed && !outletsById.has(feed.outletId) ? [feed] : []));
    return [...new Map(own.map(({ outletId: id, outletName: name }) => [id, { id, name }])).values()];
  };

  return {
    /** Outlets of the catalogue and of own feeds by name, those on the channel's topics first. */
    async outlets(serverId: ServerId, channelId: ChannelId): Promise<OutletName[]> {
      const isHere = (await records.channels.byId(channelId))?.serverId === serverId;
      const topicIds = new Set(isHere ? await records.channels.topicsOf(channelId) : []);
      const listed = [...outletsById].map(([id, { name, topicIds: its }]) => {
        return { id, name, isNear: !its.isDisjointFrom(topicIds) };
      });
      const own = (await ownOutlets(serverId)).map((one) => ({ ...one, isNear: true }));
      const sorted = [...own, ...listed].sort((a, b) => a.name.localeCompare(b.name));
      return sorted.toSorted((a, b) => Number(b.isNear) - Number(a.isNear)).map(({ id, name }) => ({ id, name }));
    },

    /** The channel's muted and preferred outlets; one no longer listed is named by its id. */
    async channelOutlets(serverId: ServerId, channelId: ChannelId): Promise<(OutletName & { stance: Stance })[]> {
      if ((await records.channels.byId(channelId))?.serverId !== serverId) return [];
      const own = new Map((await ownOutlets(serverId)).map(({ id, name }) => [id, name]));
      const chosen = await records.outlets.ofChannel(channelId);
      return chosen.map(({ outletId: id, stance }) => {
        return { id, stance, name: outletsById.get(id)?.name ?? own.get(id) ?? id };
      });
    },
  };
}
