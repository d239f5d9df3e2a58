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
  parts: {
    ownTopics: 'Rubriques propres',
    ownFeeds: 'Flux',
    mutes: 'Mots masqués',
    channels: 'Salons avec bulletin',
    alerts: 'Salons avec alertes',
  },
  log: 'Salon des avis',
  added: (count) => f.count(count, 'ajout', 'ajouts'),
  changed: (count) => f.count(count, 'modification', 'modifications'),
  left: 'Ne peut pas être importé',
  noOutlet: 'ce média n’existe pas ici',
  alertLacks: 'le rôle et les tags ne viennent pas du fichier. Choisis-les dans ce salon : /alertes définir',
  noChannel: 'absent de ce serveur. Crée un salon de ce nom, puis importe de nouveau le fichier.',
  severalChannels: 'ce serveur a plusieurs salons de ce nom.',
  file: {
    unreachable: 'Le fichier n’a pas pu être chargé depuis Discord. Joins-le de nouveau.',
    'too-large': 'Ce fichier dépasse 256 Ko, c’est trop pour une configuration. Rien n’a changé.',
    broken:
      'Lede ne peut pas lire ce fichier comme une configuration, donc rien n’a changé. /configuration exporter en écrit une.',
  },
});
