import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['alertes', 'Une alerte dès que plusieurs rédactions confirment un sujet'],
    subcommands: {
      set: ['définir', 'Publier une alerte dans un salon dès qu’assez de rédactions en parlent'],
      off: ['arrêter', 'Arrêter les alertes d’un salon'],
      list: ['liste', 'Quels salons reçoivent des alertes, et sur quoi'],
    },
    options: {
      topic: ['rubrique', 'Seulement cette rubrique'],
      words: ['mots', 'Seulement les sujets qui contiennent un de ces mots, séparés par des virgules'],
      voices: ['rédactions', 'Combien de rédactions doivent en parler indépendamment, de 2 à 10 ; sinon 3'],
      per_day: ['par_jour', 'Combien d’alertes par jour au maximum, de 1 à 10 ; sinon 5'],
      quiet: ['silence', 'Heures de silence, comme 22-7 ; un message résume ensuite ce qui est arrivé entre-temps'],
      thread: ['fil', 'Ouvrir un fil sous chaque alerte, pour en discuter'],
      crosspost: ['diffuser', 'Dans un salon d’annonces : diffuser aux serveurs qui le suivent ; sinon oui'],
      language: ['langue', 'La langue dans laquelle Lede les écrit ; sinon celle du bulletin du salon ou du serveur'],
      role: ['rôle', 'Un rôle à mentionner ; les membres le prennent avec un bouton'],
      channel: ['salon', 'Quel salon ; sinon celui-ci'],
    },
  },
  confirmed: (newsrooms) => `${f.count(newsrooms, 'rédaction en parle', 'rédactions en parlent')} indépendamment`,
  several: (stories) =>
    `${f.count(stories, 'nouveau sujet confirmé', 'nouveaux sujets confirmés')} par plusieurs rédactions`,
  reports: (list) => `Leurs articles : ${list}`,
  span: (first, latest) => (first === latest ? `paru : ${first}` : `premier article : ${first}, dernier : ${latest}`),
  notify: 'Préviens-moi',
  set: (channel, about, voices, perDay) =>
    `${channel} reçoit une alerte dès que ${f.count(voices, 'rédaction', 'rédactions')} ont parlé indépendamment ${about}. Au maximum ${f.count(perDay, 'alerte', 'alertes')} par jour.`,
  anything: 'd’un sujet',
  ofTopic: (topic) => `d’un sujet de la rubrique ${topic}`,
  words: (words) => `d’un sujet qui contient ${words}`,
  quiet: (from, until, zone) =>
    `Rien ne paraît de ${from} à ${until} (${zone}) ; un message résume ensuite ce qui a été confirmé entre-temps.`,
  posts:
    'Chaque sujet a son propre post, avec le tag de sa rubrique, qui s’étoffe quand d’autres rédactions s’y joignent.',
  threads: 'Un fil s’ouvre sous chaque alerte pour en discuter.',
  crossposts: 'Les alertes sont diffusées aux serveurs qui suivent ce salon.',
  written: (language) => `Lede les écrit en ${language}.`,
  pings: (role) =>
    `Chaque alerte mentionne ${role}. Les membres prennent ou rendent ce rôle avec **Préviens-moi**, sous une alerte.`,
  either: 'Donne une rubrique ou des mots, pas les deux. Pour les deux, définis des alertes dans deux salons.',
  off: (channel) => `${channel} ne reçoit plus d’alertes.`,
  none: 'Aucun salon de ce serveur ne reçoit d’alertes. /alertes définir les lance.',
  heading: 'Alertes',
  gotRole: (role) => `Tu as maintenant ${role} : les alertes te préviendront. Appuie de nouveau pour arrêter.`,
  lostRole: (role) => `Tu n’as plus ${role} : les alertes ne te préviendront plus.`,
  noRole: 'Le rôle de cette alerte a changé depuis. Utilise le bouton sous la prochaine alerte.',
  roleDeleted:
    'Le rôle de ces alertes a été supprimé : il n’y a rien à prendre. Les admins du serveur en sont avertis.',
});
