import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['flux', 'Lire tes propres flux, pour ce serveur seulement'],
    subcommands: {
      list: ['liste', 'Les flux de ce serveur, et s’ils fonctionnent'],
      add: ['ajouter', 'Ajouter un flux ; tu vois d’abord ce qu’il apporte'],
      remove: ['retirer', 'Ne plus lire un flux'],
      import: ['importer', 'Ajouter les flux d’un fichier OPML, tel que d’autres lecteurs de flux l’exportent'],
      export: ['exporter', 'Recevoir les flux de ce serveur dans un fichier OPML'],
    },
    options: {
      url: ['adresse', 'Adresse d’un flux, ou d’un site qui en a un'],
      topic: ['rubrique', 'À quelle rubrique il se joint ; sinon « Nos flux »'],
      feed: ['flux', 'Quel flux'],
      file: ['fichier', 'Fichier OPML de 1 Mo et 500 flux au maximum'],
      topicForAll: [
        'rubrique',
        'À quelle rubrique ils se joignent tous ; sinon compte un dossier nommé comme une rubrique',
      ],
    },
  },
  none: 'Ce serveur n’a pas encore de flux à lui. /flux ajouter prend l’adresse d’un flux ou d’un site, /flux importer une liste d’un autre lecteur de flux.',
  heading: 'Les flux de ce serveur',
  state: {
    new: 'pas encore lu',
    ok: 'fonctionne',
    failing: 'en panne',
    gone: 'disparu',
  },
  lastRead: (relative) => `lu ${relative}`,
  nextRead: (relative) => `de nouveau ${relative}`,
  share: (part, whole) => `${f.number(part)} sur ${f.number(whole)}`,
  quota: (articles, pages, requests, megabytes) =>
    `Aujourd’hui ${articles} nouveaux articles, ${pages} pages lues, ${requests} autres requêtes et ${megabytes} Mo`,
  quotaSpent: (relative) => `la suite ${relative}`,
  week: (articles) => `${f.count(articles, 'article', 'articles')} cette semaine`,
  found: (title) => `**${title}** apporterait des articles comme ceux-ci :`,
  empty: 'Il n’a pas d’articles en ce moment.',
  choices: (feeds) => `Ce site a ${f.number(feeds)} flux. Lequel ?`,
  notOffered: (feeds) =>
    `${f.count(feeds, 'flux ne figure', 'flux ne figurent')} pas ici, car une liste en contient 25 au plus. /flux ajouter accepte aussi l’adresse du flux lui-même.`,
  notRead: 'Pas encore lu : choisis-le pour voir ce qu’il apporte.',
  pick: 'Choisis un flux',
  failed: (reason) => `Cette adresse ne peut pas être ajoutée : ${reason}`,
  add: 'Ajouter ce flux',
  added: (title, topic) =>
    `**${title}** a été ajouté à la rubrique **${topic}**, pour ce serveur seulement. Il sera lu d’ici une minute.`,
  subscribeHint: (topic) => `Aucun salon ne reçoit encore **${topic}** ; /abonner l’ajoute au bulletin d’un salon.`,
  atOnceHint:
    'Chaque nouvel article peut aussi paraître aussitôt : ici avec le bouton, ailleurs avec /alertes définir.',
  atOnce: 'Publier aussitôt ici chaque nouvel article',
  removed: (title) => `**${title}** a été retiré.`,
  several: (typed) =>
    `Plusieurs flux de ce serveur correspondent à « ${typed} » : aucun n’a donc été retiré. Choisis-en un dans la liste qui s’affiche pendant la saisie.`,
  imported: (added, known, refused) =>
    [
      f.count(added, 'flux ajouté', 'flux ajoutés'),
      ...(known > 0 ? [f.count(known, 'déjà connu', 'déjà connus')] : []),
      ...(refused > 0 ? [f.count(refused, 'refusé', 'refusés')] : []),
    ].join(' · '),
  inTopic: (feeds, topic) => `${f.number(feeds)} dans **${topic}**`,
  readSoon: 'Ils seront lus d’ici 5 minutes ; /flux liste montre ceux qui ne peuvent pas l’être.',
  notAdded: 'Non ajoutés',
  tooMany: (feeds) => `${f.number(feeds)} de plus : un serveur peut avoir 50 flux`,
  report: { added: 'ajouté', known: 'déjà connu', refused: 'refusé' },
  file: {
    unreachable: 'Le fichier n’a pas pu être chargé depuis Discord. Joins-le de nouveau.',
    'too-large': 'Ce fichier dépasse 1 Mo, c’est trop. Rien n’a été ajouté.',
    'too-slow': 'La lecture de ce fichier prenait trop de temps et a été arrêtée. Rien n’a été ajouté.',
    'no-list':
      'Ce n’est pas un fichier OPML. Les lecteurs de flux en écrivent un quand ils exportent leurs flux. Rien n’a été ajouté.',
    broken: 'Ce fichier OPML est trop abîmé pour être lu. Rien n’a été ajouté.',
    empty: 'Ce fichier OPML ne contient aucun flux.',
    'too-many': 'Ce fichier contient plus de 500 flux. Divise-le, ou retires-en. Rien n’a été ajouté.',
  },
  exported: (feeds) =>
    `${f.count(feeds, 'flux', 'flux')} au format OPML, pour /flux importer ou tout autre lecteur de flux.`,
  exportTitle: (server) => (server === '' ? 'Flux de Lede' : `Flux de ${server}`),
});
