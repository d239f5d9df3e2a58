import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { catalogues, type Texts } from './texts/texts.ts';

/**
 * Name and description of a command, subcommand or option for Discord: a name in lower case without blanks, a
 * description of at most 100 characters.
 */
type Named = readonly [name: string, description: string];

/** A command with its parts, by their keys in the code. */
interface CommandText {
  named: Named;
  subcommands?: Record<string, Named>;
  options?: Record<string, Named>;
  choices?: Record<string, string>;
  /** The entry in a message's menu: at most 32 characters, capitals and blanks allowed. */
  menu?: string;
}

/** The methods of every builder of a command, subcommand or option. */
interface Nameable {
  setName(name: string): this;
  setNameLocalizations(names: Record<string, string>): this;
  setDescription(description: string): this;
  setDescriptionLocalizations(descriptions: Record<string, string>): this;
}

/**
 * All servers and direct messages. Where Lede was not added, only members with Lede on their own account see the
 * command.
 */
const userInstallContexts = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
] as const;
const bothInstalls = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall] as const;

/** Gives a command and its parts names and descriptions in every language; the English ones are the base names. */
export function localizer(textOf: (texts: Texts) => CommandText) {
  const all = catalogues.map(({ discordLocale, texts }) => ({ discordLocale, command: textOf(texts) }));
  const key = all[0]?.command.named[0];
  const name = <B extends Nameable>(builder: B, of: (command: CommandText) => Named | undefined, part = ''): B => {
    const found = all.map(({ discordLocale, command }) => ({ discordLocale, named: of(command) }));
    const base = found[0]?.named;
    if (base === undefined) throw new Error(`/${key} has no name and description for ${part}`);
    const others = found.slice(1).flatMap(({ discordLocale, named }) => (named ? [{ discordLocale, named }] : []));
    return builder
      .setName(base[0])
      .setNameLocalizations(Object.fromEntries(others.map(({ discordLocale, named }) => [discordLocale, named[0]])))
      .setDescription(base[1])
      .setDescriptionLocalizations(
        Object.fromEntries(others.map(({ discordLocale, named }) => [discordLocale, named[1]])),
      );
  };
  const inServer = () =>
    name(new SlashCommandBuilder(), ({ named }) => named)
      .setContexts(InteractionContextType.Guild)
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
  return {
    /** For everyone, in servers and direct messages. */
    guildAndDm: () =>
      name(new SlashCommandBuilder(), ({ named }) => named).setContexts(
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
      ),
    /** For everyone, even without Lede in the server: members can add it to their own account. */
    withUserInstall: () =>
      name(new SlashCommandBuilder(), ({ named }) => named)
        .setContexts(...userInstallContexts)
        .setIntegrationTypes(...bothInstalls),
    /** An entry in a message's menu, offered in the same places. */
    menuWithUserInstall: () => {
      const [base, ...others] = all.map(({ discordLocale, command }) => ({ discordLocale, menu: command.menu }));
      if (base?.menu === undefined) throw new Error(`/${key} has no name in the menu of a message`);
      return new ContextMenuCommandBuilder()
        .setType(ApplicationCommandType.Message)
        .setName(base.menu)
        .setNameLocalizations(
          Object.fromEntries(others.flatMap(({ discordLocale, menu }) => (menu ? [[discordLocale, menu]] : []))),
        )
        .setContexts(...userInstallContexts)
        .setIntegrationTypes(...bothInstalls);
    },
    /** For everyone in a server with Lede; not for members who only have it on their own account. */
    inServer,
    /** For managers of the server. */
    managed: () => inServer().setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild),
    sub: <B extends Nameable>(builder: B, part: string): B =>
      name(builder, (command) => command.subcommands?.[part], part),
    option: <B extends Nameable>(builder: B, part: string): B =>
      name(builder, (command) => command.options?.[part], part),
    /** Fixed choices of an option for Discord: these values, or all of the command's. */
    choices: (values: readonly string[] = Object.keys(all[0]?.command.choices ?? {})) =>
      values.map((value) => {
        const labels = all.map(({ discordLocale, command }) => ({
          discordLocale,
          label: command.choices?.[value] ?? ownNameOf(value),
        }));
        const [base, ...others] = labels;
        const localized = others.map(({ discordLocale, label }) => [discordLocale, label]);
        return { name: base?.label ?? value, value, name_localizations: Object.fromEntries(localized) };
      }),
  };
}

/** A language's own name, for options that choose a language. */
function ownNameOf(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1);
}
