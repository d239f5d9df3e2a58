import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['médias', 'Écarter des médias du bulletin d’un salon, ou les mettre en avant'],
    subcommands: {
      mute: ['masquer', 'Écarter un média du bulletin d’un salon'],
      prefer: ['préférer', 'Donner la priorité au titre et à la phrase d’un média quand il traite un sujet'],
      list: ['liste', 'Quels médias un salon masque ou préfère'],
    },
    options: {
      outlet: ['média', 'Quel média ; tape une partie de son nom'],
      channel: ['salon', 'Quel salon ; sinon celui-ci'],
    },
  },
  muted: (outlet, channel) =>
    `**${outlet}** est masqué dans ${channel} : ses articles ne comptent plus et ne paraissent plus dans ses bulletins.`,
  preferred: (outlet, channel) =>
    `**${outlet}** est préféré dans ${channel} : quand il traite un sujet, son titre et sa phrase passent en premier.`,
  noLonger: { muted: 'Il n’est plus masqué.', preferred: 'Il n’est plus préféré.' },
  already: {
    muted: (outlet, channel) => `**${outlet}** est déjà masqué dans ${channel}.`,
    preferred: (outlet, channel) => `**${outlet}** est déjà préféré dans ${channel}.`,
  },
  reset: {
    muted: (outlet) => `Réafficher ${outlet}`,
    preferred: (outlet) => `Ne plus préférer ${outlet}`,
  },
  isReset: (outlet, channel) => `**${outlet}** compte dans ${channel} comme n’importe quel média.`,
  heading: (channel) => `Médias dans ${channel}`,
  lists: { muted: 'Masqués', preferred: 'Préférés' },
  none: (channel) =>
    `${channel} ne masque ni ne préfère aucun média. /médias masquer en écarte un, /médias préférer en met un en avant.`,
  pick: 'Choisis celui qui doit compter comme les autres',
});
