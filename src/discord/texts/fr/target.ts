import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const target = (f: Formats): Texts['target'] => ({
  kinds: {
    other: (channel) =>
      `Impossible de publier un bulletin dans ${channel}. Choisis un salon textuel ou d’annonces, ou un fil.`,
    otherOrForum: (channel) =>
      `Impossible de publier dans ${channel}. Choisis un salon textuel ou d’annonces, un forum ou un fil.`,
    unknown: 'Lede ne voit pas ce salon. Accorde-lui « Voir le salon », ou choisis-en un autre.',
    locked: (channel) => `${channel} est verrouillé. Déverrouille le fil, ou choisis un autre salon.`,
  },
  noThreads: {
    inThread: (channel) => `${channel} est lui-même un fil, et Discord n’a pas de fils dans les fils.`,
    notAllowed: (channel) =>
      `Lede ne peut pas encore ouvrir de fils dans ${channel}. Accorde-lui « Créer des fils publics » dans les paramètres du salon, puis réessaie.`,
  },
  botLacks: (permissions, channel) =>
    `Lede ne peut pas encore publier dans ${channel}. Accorde-lui ${f.list(permissions)} dans les paramètres du salon, puis relance la commande.`,
  userLacks: (permissions, channel) =>
    `Pour envoyer un bulletin dans ${channel}, il te faut ${f.list(permissions)} à cet endroit.`,
  permissions: {
    ViewChannel: '« Voir le salon »',
    SendMessages: '« Envoyer des messages »',
    SendMessagesInThreads: '« Envoyer des messages dans les fils »',
    EmbedLinks: '« Intégrer des liens »',
    ReadMessageHistory: '« Voir les anciens messages »',
  },
  forumPermissions: {
    SendMessages: '« Créer des posts »',
    SendMessagesInThreads: '« Envoyer des messages dans les posts »',
  },
  threadsLeft: (why) => `Pas de fils sous les bulletins : ${why}`,
});
