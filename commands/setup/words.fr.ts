import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['configuration', 'Enregistrer toute la configuration de ce serveur dans un fichier, ou en charger une'],
    subcommands: {
      export: ['exporter', 'Recevoir abonnements, réglages, rubriques, flux, mots masqués et médias dans un fichier'],
      import: ['importer', 'Charger un tel fichier ; tu vois d’abord ce qu’il changerait'],
    },
    options: { file: ['fichier', 'Un fichier de /configuration exporter, 256 Ko au maximum'] },
  },
  exported: (channels) =>
    `La configuration de ce serveur, avec ${f.count(channels, 'salon', 'salons')} : /configuration importer la charge ici ou sur un autre serveur. Elle nomme tes salons, rubriques, flux, mots masqués et rôles : ne la partage qu’avec des personnes qui peuvent les connaître.`,
  preview: 'Ce que ce fichier mettrait en place',
  done: 'Mis en place comme dans le fichier',
  nothing: 'Rien de nouveau dans ce fichier',
  go: 'Mettre en place',
  cancel: 'Annuler',
  cancelled: 'Rien n’a changé.',
  counts: {
    topics: (count) => f.count(count, 'rubrique ajoutée', 'rubriques ajoutées'),
    topicsChanged: (count) => f.count(count, 'rubrique modifiée', 'rubriques modifiées'),
    feeds: (count) => f.count(count, 'flux ajouté', 'flux ajoutés'),
    mutes: (count) => f.count(count, 'mot masqué', 'mots masqués'),
    channels: (count) =>
      f.count(count, 'salon commence à recevoir un bulletin', 'salons commencent à recevoir un bulletin'),
    channelsChanged: (count) =>
      `${f.count(count, 'salon reçoit', 'salons reçoivent')} les rubriques, réglages et médias du fichier à la place des ${f.form(count, 'siens', 'leurs')}`,
    alerts: (count) =>
      f.count(count, 'salon commence à recevoir des alertes', 'salons commencent à recevoir des alertes'),
    alertsChanged: (count) => `${f.count(count, 'salon reçoit', 'salons reçoivent')} les alertes du fichier`,
    logChannel: 'le salon des avis',
  },
  left: 'Ne peut pas être importé',
  refused: {
    'topic-built-in': 'une rubrique de ce nom est fournie avec Lede ; donne un autre nom à la tienne dans le fichier',
    'too-many-topics': 'un serveur peut avoir 20 rubriques à lui',
    'topic-words': 'ses mots sont trop nombreux, trop longs, ou manquent',
    'short-word':
      'presque tous les sujets le contiennent : il faut trois lettres, ou deux en chinois, japonais, coréen ou thaï',
    'too-many-alerts': 'un serveur peut avoir des alertes dans 50 salons',
    'no-own-feeds': 'ses alertes concernent des flux que ce serveur n’a pas',
    'topic-gone': 'cette rubrique n’existe pas ici',
    'mute-word': 'il n’a ni lettre ni chiffre',
    'too-many-mutes': 'un serveur peut masquer 50 mots',
    'unknown-outlet': 'ce média n’existe pas ici',
    'alert-role': 'ses alertes ne mentionnent aucun rôle. Lance /alertes définir à cet endroit pour en choisir un.',
    'alert-tags':
      'ses posts n’ont pas de tags pour les rubriques. Lance /alertes définir à cet endroit pour les choisir.',
  },
  noChannel: 'absent de ce serveur. Crée un salon de ce nom, puis importe de nouveau le fichier.',
  severalChannels: 'ce serveur a plusieurs salons de ce nom.',
  file: {
    unreachable: 'Le fichier n’a pas pu être chargé depuis Discord. Joins-le de nouveau.',
    'too-large': 'Ce fichier dépasse 256 Ko, c’est trop pour une configuration. Rien n’a changé.',
    'no-setup': 'Ce n’est pas un fichier de configuration. /configuration exporter en écrit un. Rien n’a changé.',
    newer: 'Un Lede plus récent a écrit ce fichier. Celui-ci ne peut pas le lire ; rien n’a changé.',
    broken: (place) => `Ce fichier n’est pas une configuration valide ; rien n’a changé. La première faute : ${place}`,
  },
});
