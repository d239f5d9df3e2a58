import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['rubriques', 'Créer tes propres rubriques à partir de mots'],
    subcommands: {
      list: ['liste', 'Les rubriques de ce serveur'],
      create: ['créer', 'Créer une rubrique à partir de mots ; tu vois d’abord ce qu’elle trouverait'],
      edit: ['modifier', 'Changer le nom ou les mots d’une rubrique'],
      delete: ['supprimer', 'Supprimer une rubrique'],
    },
    options: {
      topic: ['rubrique', 'Quelle rubrique'],
      name: ['nom', 'Son nom, 40 caractères au maximum'],
      all: ['tous', 'Tous ces mots doivent figurer ; sépare-les par des virgules'],
      any: ['un', 'Au moins un de ces mots doit figurer ; sépare-les par des virgules'],
      not: ['aucun', 'Aucun de ces mots ne doit figurer ; sépare-les par des virgules'],
    },
  },
  none: 'Ce serveur n’a pas encore de rubriques à lui. /rubriques créer en fait une à partir des mots que tu choisis.',
  heading: 'Les rubriques de ce serveur',
  all: (words) => `tous : ${words}`,
  any: (words) => `au moins un : ${words}`,
  not: (words) => `aucun : ${words}`,
  feedsOnly: 'seulement des flux du serveur, pas de mots',
  tried: (matches, of) =>
    of === 0
      ? 'Aucun sujet des 7 derniers jours ne permet encore de l’essayer.'
      : matches === 0
        ? `${f.form(of, 'Le seul sujet des 7 derniers jours ne correspondrait pas.', `Aucun des ${f.number(of)} sujets des 7 derniers jours ne correspondrait.`)} Des mots moins nombreux ou plus courants en trouvent davantage.`
        : `${f.form(of, 'Le seul sujet des 7 derniers jours correspondrait', `${f.number(matches)} des ${f.number(of)} sujets des 7 derniers jours ${f.form(matches, 'correspondrait', 'correspondraient')}`)}, par exemple :`,
  save: 'Enregistrer',
  created: (name) => `**${name}** est enregistrée. /abonner l’ajoute au bulletin d’un salon.`,
  edited: (name, changes) => `**${name}** est enregistrée : ${changes}`,
  same: 'Rien n’a changé : c’est déjà le cas.',
  noWords: 'aucun',
  deleted: (name) => `**${name}** a été supprimée ; plus aucun salon ne la reçoit.`,
  form: {
    create: 'Une rubrique à partir de mots',
    edit: (name) => `Rubrique ${name}`,
    pick: 'Modifier une rubrique',
    fields: {
      name: ['Nom', '40 caractères au maximum'],
      all: ['Tous ces mots', 'Chacun doit figurer dans le sujet ; sépare-les par des virgules'],
      any: ['Un de ces mots', 'Au moins un doit figurer dans le sujet ; sépare-les par des virgules'],
      not: ['Aucun de ces mots', 'Les sujets qui en contiennent un sont écartés ; sépare-les par des virgules'],
    },
  },
  deleteSure: (name, channels) =>
    channels === ''
      ? `Supprimer **${name}** ? Aucun salon ne la reçoit.`
      : `Supprimer **${name}** ? Elle figure dans le bulletin de ${channels}.`,
  deleteFeeds: (feeds) =>
    f.form(feeds, 'Son flux disparaît avec elle.', `Ses ${f.number(feeds)} flux disparaissent avec elle.`),
  deleteLast: (channels) =>
    `Pour ${channels}, c’est la dernière rubrique : le bulletin s’y termine, et ses horaires sont supprimés.`,
  delete: 'Supprimer',
});
