import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
  type SharedNameAndDescription,
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
  /** A text in English, and in the other languages by their Discord locales. */
  const inAll = <T>(of: (command: CommandText) => T | undefined) => {
    const [base, ...others] = catalogues.map(({ discordLocale, texts }) => [discordLocale, of(textOf(texts))] as const);
    return {
      base: base?.[1],
      others: others.flatMap(([locale, one]) => (one === undefined ? [] : [[locale, one] as const])),
    };
  };
  const { base: key } = inAll(({ named: [own] }) => own);
  const name = <B extends SharedNameAndDescription>(
    builder: B,
    of: (command: CommandText) => Named | undefined,
    part = '',
  ): B => {
    const { base, others } = inAll(of);
    if (base === undefined) throw new Error(`/${key} has no name and description for ${part}`);
    return builder
      .setName(base[0])
      .setNameLocalizations(Object.fromEntries(others.map(([locale, named]) => [locale, named[0]])))
      .setDescription(base[1])
      .setDescriptionLocalizations(Object.fromEntries(others.map(([locale, named]) => [locale, named[1]])));
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
    /** An entry in a message's menu, offered in the same places as `withUserInstall`. */
    menuWithUserInstall: () => {
      const { base, others } = inAll(({ menu }) => menu);
      if (base === undefined) throw new Error(`/${key} has no name in the menu of a message`);
      return new ContextMenuCommandBuilder()
        .setType(ApplicationCommandType.Message)
        .setName(base)
        .setNameLocalizations(Object.fromEntries(others))
        .setContexts(...userInstallContexts)
        .setIntegrationTypes(...bothInstalls);
    },
    /** For everyone in a server with Lede; not for members who only have it on their own account. */
    inServer,
    /** For managers of the server. */
    managed: () => inServer().setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild),
    sub: <B extends SharedNameAndDescription>(builder: B, part: string): B =>
      name(builder, (command) => command.subcommands?.[part], part),
    option: <B extends SharedNameAndDescription>(builder: B, part: string): B =>
      name(builder, (command) => command.options?.[part], part),
    /** Fixed choices of an option for Discord: these values, or all of the command's. */
    choices: (values: readonly string[] = Object.keys(inAll((command) => command.choices).base ?? {})) =>
      values.map((value) => {
        const { base = value, others } = inAll(({ choices }) => choices?.[value] ?? ownNameOf(value));
        return { name: base, value, name_localizations: Object.fromEntries(others) };
      }),
  };
}

/** A language's own name, for options that choose a language. */
function ownNameOf(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1);
}
