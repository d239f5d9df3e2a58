import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['alertes', 'Être prévenu aussitôt : sujets confirmés, ou chaque nouvel article de tes propres flux'],
    subcommands: {
      set: ['définir', 'Choisir ce qu’un salon apprend aussitôt ; ce que tu omets reste comme avant'],
      off: ['arrêter', 'Arrêter les alertes d’un salon'],
      list: ['liste', 'Quels salons reçoivent des alertes, et sur quoi'],
    },
    options: {
      topic: ['rubrique', 'Seulement cette rubrique ; « tout » pour toutes'],
      words: ['mots', 'Seulement ce qui contient un de ces mots, séparés par des virgules ; « non » pour tout'],
      voices: ['rédactions', 'Combien doivent en parler indépendamment, de 2 à 10 ; 1 : chaque article de tes flux'],
      feed: ['flux', 'Chaque nouvel article de ce flux ; « tous » pour tous les flux du serveur'],
      per_day: ['par_jour', 'Combien de messages par jour au maximum, de 1 à 50 ; au début 5, ou 20 pour tes flux'],
      quiet: ['silence', 'Heures de silence, comme 22-7 ; ce qui arrive entre-temps suit après ; « non » les supprime'],
      silent: ['discret', 'Publier sans notification : toujours, ou aussitôt pendant les heures de silence'],
      thread: ['fil', 'Ouvrir un fil sous chaque alerte, pour en discuter'],
      crosspost: ['diffuser', 'Dans un salon d’annonces : diffuser aux serveurs qui le suivent ; oui par défaut'],
      language: ['langue', 'La langue dans laquelle Lede les écrit ; au début celle du bulletin ou du serveur'],
      role: ['rôle', 'Un rôle à mentionner, que les membres prennent avec un bouton ; @everyone pour aucun'],
      channel: ['salon', 'Quel salon ; sinon celui-ci'],
    },
    choices: {
      default: 'Comme le bulletin ou le serveur',
      never: 'non',
      always: 'toujours',
      quiet: 'pendant les heures de silence, au lieu d’attendre',
    },
  },
  everything: 'tout',
  allFeeds: 'tous',
  off: 'non',
  confirmed: (newsrooms) =>
    `${f.count(newsrooms, 'rédaction en parle', 'rédactions en parlent')} de façon indépendante`,
  several: (stories) =>
    `${f.count(stories, 'nouveau sujet confirmé', 'nouveaux sujets confirmés')} par plusieurs rédactions`,
  reports: (list) => `Sources : ${list}`,
  citedBy: (source, outlet) => `${source}, d’après ${outlet}`,
  span: (first, latest) => (first === latest ? `paru : ${first}` : `premier article : ${first}, dernier : ${latest}`),
  notify: 'Préviens-moi',
  items: (count) => f.count(count, 'nouvel article', 'nouveaux articles'),
  more: (count) => `et ${f.count(count, 'autre', 'autres')}`,
  alsoBy: (list) => `Aussi : ${list}`,
  setAtOnce: (channel, about, holding, perDay) =>
    `${channel} reçoit en quelques minutes chaque nouvel article ${about}${holding}. Au maximum ${f.count(perDay, 'message', 'messages')} par jour ; le reste arrive le lendemain.`,
  ownFeeds: 'des flux de ce serveur',
  someFeeds: (feeds) => `de ${feeds}`,
  ownFeedsOn: (topic) => `des flux de ce serveur dans la rubrique ${topic}`,
  feedsGone: 'de flux que ce serveur n’a plus',
  holding: (words) => ` qui contient ${words}`,
  silent: 'Tout paraît sans notification.',
  values: {
    everything: 'tout',
    all: 'tous',
    none: 'aucun',
    unsaid: 'comme le bulletin ou le serveur',
    yes: 'oui',
    no: 'non',
  },
  form: {
    title: (channel) => `Alertes dans ${channel}`,
    how: 'Silence, rôle…',
    pick: 'Modifier les alertes d’un salon',
    voices: (count) =>
      count === 1 ? 'chaque nouvel article des flux de ce serveur' : f.count(count, 'rédaction', 'rédactions'),
    fields: {
      topic: ['Rubrique', 'Seulement celle-ci ; si elle manque ici, choisis-la avec /alertes définir'],
      words: ['Mots', 'Seulement ce qui en contient un, séparés par des virgules. Sujets : des mots ou une rubrique'],
      voices: ['Qui doit en parler', 'Combien de rédactions, indépendamment les unes des autres'],
      feed: [
        'Flux du serveur',
        'Choisis ceux dont chaque article arrive aussitôt ; pour tous, choisis les flux plus haut',
      ],
      per_day: ['Au maximum par jour', 'Combien de messages ; au début 5, ou 20 pour les flux du serveur'],
      quiet: ['Heures de silence', 'Par exemple 22-7 ; ce qui arrive entre-temps suit après'],
      silent: ['Sans notification'],
      role: ['Rôle à mentionner', 'Les membres le prennent avec un bouton sous une alerte'],
      language: ['Langue', 'Celle dans laquelle Lede écrit les alertes'],
      more: ['Et aussi'],
    },
    boxes: {
      thread: 'Un fil sous chaque alerte, pour en discuter',
      crosspost: 'Diffuser aux serveurs qui suivent ce salon',
    },
  },
  saved: (changes) => `Enregistré : ${changes}`,
  same: 'Rien n’a changé : c’est déjà le cas.',
  set: (channel, about, voices, perDay) =>
    `${channel} reçoit une alerte dès que ${f.count(voices, 'rédaction', 'rédactions')} ont parlé ${about}, indépendamment les unes des autres. Au maximum ${f.count(perDay, 'alerte', 'alertes')} par jour.`,
  anything: 'd’un sujet',
  ofTopic: (topic) => `d’un sujet de la rubrique ${topic}`,
  words: (words) => `d’un sujet qui contient ${words}`,
  quiet: (from, until, zone) => `Rien ne paraît de ${from} à ${until} (${zone}) ; ce qui a été retenu suit après.`,
  quietly: (from, until, zone) => `De ${from} à ${until} (${zone}), tout paraît sans notification.`,
  posts:
    'Chaque sujet a son propre post, avec le tag de sa rubrique, qui s’étoffe quand d’autres rédactions s’y joignent.',
  threads: 'Un fil s’ouvre sous chaque alerte pour en discuter.',
  crossposts: 'Les alertes sont diffusées aux serveurs qui suivent ce salon.',
  written: (language) => `Lede les écrit en ${language}.`,
  pings: (role) =>
    `Chaque alerte mentionne ${role}. Les membres prennent ou rendent ce rôle avec **Préviens-moi**, sous une alerte.`,
  ended: (channel) => `${channel} ne reçoit plus d’alertes.`,
  none: 'Aucun salon de ce serveur ne reçoit d’alertes. /alertes définir les lance.',
  heading: 'Alertes',
  gotRole: (role) => `Tu as maintenant ${role} : les alertes te préviendront. Appuie de nouveau pour arrêter.`,
  lostRole: (role) => `Tu n’as plus ${role} : les alertes ne te préviendront plus.`,
  noRole: 'Le rôle de cette alerte a changé depuis. Utilise le bouton sous la prochaine alerte.',
  roleDeleted:
    'Le rôle de ces alertes a été supprimé : il n’y a rien à prendre. Les admins du serveur en sont avertis.',
});
