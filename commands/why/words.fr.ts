import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

/** "1er", "2e". */
const nth = (f: Formats, number: number) => (number === 1 ? '1er' : `${f.number(number)}e`);

export default (f: Formats): Words => ({
  command: {
    named: ['pourquoi', 'Pourquoi un sujet était à cette place dans le dernier bulletin de ce salon, ou n’y était pas'],
    options: { query: ['recherche', 'Des mots du titre'] },
  },
  noDigest: 'Ce salon n’a pas encore eu de bulletin. Demande dans un salon qui en reçoit un : /abonnements',
  unknown: (query) => `Rien pour « ${query} ». Essaie un ou deux mots du titre du sujet, comme un lieu ou un nom.`,
  nearest: (query) => `Aucun sujet ne contient tous les mots de « ${query} ». Lequel veux-tu dire ?`,
  digestOf: (day) => `bulletin du ${day}`,
  place: (number, of, digest) => `Il était ${nth(f, number)} sur ${f.number(of)} dans le ${digest}.`,
  brief: (number, of, digest) =>
    `Il était la ${number === 1 ? '1re' : nth(f, number)} ligne sur ${f.number(of)} sous « En bref » dans le ${digest}.`,
  absent: (digest) => `Il n’était pas dans le ${digest}.`,
  reasons: {
    before: (last, start) =>
      `Son dernier article à ce moment-là date du ${last} ; le bulletin couvre les articles parus depuis le ${start}.`,
    after: (first, end) => `Son premier article est paru le ${first} ; le bulletin ne va que jusqu’au ${end}.`,
    told: (digest, end) => `Ce salon l’avait déjà eu dans ${digest}, et rien de nouveau n’est paru jusqu’au ${end}.`,
    earlierDigest: 'un bulletin précédent',
    otherTopic: (topics) => `Ses articles ne relèvent pas des rubriques de ce salon : ${topics}.`,
    noNews: 'Ses articles semblent être autre chose que de l’actualité, comme une critique ou un avant-papier.',
    muted: (word) => `Il contient « ${word} », que ce serveur a masqué.`,
    beaten: (places, lines) =>
      `D’autres sujets sont passés avant lui ou disaient la même chose : le bulletin a ${f.count(places, 'place', 'places')} et ${f.count(lines, 'ligne', 'lignes')} sous « En bref ».`,
  },
  importance: (points) => `Il avait ${f.decimal(points)} points :`,
  parts: {
    leadingOutlets: (newsrooms) => `${f.count(newsrooms, 'rédaction l’avait', 'rédactions l’avaient')} en une`,
    otherOutlets: (newsrooms) =>
      `${f.count(newsrooms, 'rédaction en parlait', 'rédactions en parlaient')} hors de la une`,
    articles: (articles) => f.count(articles, 'nouvel article', 'nouveaux articles'),
    saga: (newsrooms) =>
      `${f.count(newsrooms, 'rédaction l’avait', 'rédactions l’avaient')} en une les jours précédents`,
    leisure: 'il relève du divertissement, du jeu ou du sport',
    notNews: 'certains de ses articles semblent être autre chose que de l’actualité',
    otherTopics: 'il relève en partie d’autres rubriques',
  },
});
