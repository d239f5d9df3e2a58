import { version } from '../web/version.ts';
import { type Call, type CliCommand, CliRefusal } from './command.ts';

/** In the order of the help, the first steps first. Each command is loaded when it is called. */
const commands: Readonly<Record<string, { does: string; load: () => Promise<CliCommand> }>> = {
  start: {
    does: 'runs the bot, or without DISCORD_TOKEN the playground',
    load: async () => (await import('./start.ts')).start,
  },
  preview: {
    does: 'prints the digest that the feeds of some sites would give',
    load: async () => (await import('./preview.ts')).preview,
  },
  backup: { does: 'copies the database while Lede runs', load: async () => (await import('./backup.ts')).backup },
  forget: {
    does: 'removes all that is stored of an outlet',
    load: async () => (await import('./forget.ts')).forgetOutlet,
  },
  move: {
    does: 'copies everything from SQLite to PostgreSQL, or back',
    load: async () => (await import('./move.ts')).move,
  },
};

const usage = `lede [COMMAND]
${Object.entries(commands)
  .map(([name, { does }]) => `  ${name.padEnd(9)}${does}`)
  .join('\n')}
Without a command it starts. lede COMMAND --help says more, lede --version which Lede this is.
In a checkout: npm start, npm run COMMAND -- …`;

export async function lede(call: Call): Promise<number> {
  const { words } = call;
  if (words.includes('--version')) {
    call.say(`${version}\n`);
    return 0;
  }
  if (words[0] === '--help' || words[0] === 'help') throw new CliRefusal(usage, 0);
  const [name = 'start', ...rest] = words[0]?.startsWith('-') ? ['start', ...words] : words;
  const command = Object.hasOwn(commands, name) ? await commands[name]?.load() : undefined;
  if (command === undefined) {
    // The word may be a database address with a password, so only a plain word is repeated.
    const said = /^[\w-]+$/.test(name) ? `no command “${name}”` : 'no such command';
    throw new CliRefusal(`Lede knows ${said}.\n${usage}`);
  }
  return command({ ...call, words: rest });
}
