import { AttachmentBuilder, ButtonStyle } from 'discord.js';
import type { EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { button, buttons, file, message, sentence, text } from '../../src/discord/cards/parts.ts';
import type { Command } from '../../src/discord/command.ts';
import { Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import type { UserId } from '../../src/ids.ts';
import type { TableOf } from '../../src/storage/tables.ts';

export const memberData = ({ storage }: Desk) => ({
  /** Everything stored about the member. TypeScript demands a part here for each table that names members. */
  async aboutMe(userId: UserId): Promise<object> {
    const { records } = storage;
    const at = (ms: EpochMs | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
    const follows = await records.follows.ofUser(userId, { ended: true });
    const watch = await records.alerts.ofUser(userId);
    const byTable = {
      follows: {
        follows: follows.map((follow) => ({
          storyId: follow.storyId,
          title: follow.title,
          channelId: follow.placeId,
          ...(follow.serverId === '' ? {} : { serverId: follow.serverId }),
          since: at(follow.createdAt),
          ended: at(follow.endedAt),
        })),
      },
      alerts: {
        watches: watch && {
          words: watch.words,
          channelId: watch.channelId,
          since: at(watch.createdAt),
          stopped: at(watch.closedAt),
        },
      },
      people: { caughtUpAt: at(await records.people.caughtUpAt(userId)) },
      apartVotes: { votes: await records.people.votes(userId) },
      servers: { changedSettingsLastOf: await records.people.changed(userId) },
    } satisfies Record<TableOf<'member'>, object>;
    return Object.assign({ userId }, ...Object.values(byTable));
  },

  forgetMe: (userId: UserId): Promise<void> =>
    storage.transaction((trx) => trx.people.forget(userId), { durable: true }),
});

const { withUserInstall, sub } = localizer((texts) => texts.me.command);
const fileName = 'lede-about-me.json';

export default {
  data: withUserInstall()
    .addSubcommand((shown) => sub(shown, 'export'))
    .addSubcommand((all) => sub(all, 'delete')),
  audience: 'everyone',

  execute: async ({ interaction, answer, desk, texts }) => {
    const say = texts.me;
    if (interaction.options.getSubcommand() === 'delete') {
      return answer.show(
        message([text(say.askDelete), buttons(button('me:delete:', say.deleteAll, ButtonStyle.Danger))]),
      );
    }
    const about = JSON.stringify(await desk.use(memberData).aboutMe(interaction.user.id), undefined, 2);
    const attached = new AttachmentBuilder(Buffer.from(about), { name: fileName });
    await answer.show(message([text(say.exported), file(fileName)]), [attached]);
  },

  component: async ({ interaction, answer, desk, texts }, { action }) => {
    if (action !== 'delete') throw new Explained((say) => say.errors.expired);
    await desk.use(memberData).forgetMe(interaction.user.id);
    await answer.replace(sentence(texts.me.deleted));
  },
} satisfies Command;
