import { AttachmentBuilder, ButtonStyle } from 'discord.js';
import { Explained } from '../../src/discord/asking.ts';
import { button, buttons, file, message, sentence, text } from '../../src/discord/cards/parts.ts';
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { memberData } from './memberData.ts';

const { everywhere, sub } = localizer((texts) => texts.me.command);
const fileName = 'lede-about-me.json';

export default {
  data: everywhere()
    .addSubcommand((shown) => sub(shown, 'export'))
    .addSubcommand((all) => sub(all, 'delete')),
  audience: 'everyone',

  execute: async (interaction, { answer, desk, texts }) => {
    const say = texts.me;
    if (interaction.options.getSubcommand() === 'delete') {
      return answer.show(
        message([text(say.askDelete), buttons(button('me:delete:', say.deleteAll, ButtonStyle.Danger))]),
      );
    }
    const about = JSON.stringify(await desk.of(memberData).aboutMe(interaction.user.id), undefined, 2);
    const attached = new AttachmentBuilder(Buffer.from(about), { name: fileName });
    await answer.show(message([text(say.exported), file(fileName)]), [attached]);
  },

  component: async ({ user }, { answer, desk, texts }, { action }) => {
    if (action !== 'delete') throw new Explained((say) => say.errors.expired);
    await desk.of(memberData).forgetMe(user.id);
    await answer.replace(sentence(texts.me.deleted));
  },
} satisfies Command;
