import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

const signed = (f: Formats, points: number) => `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points))}`;

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
    noNews: (percent, max) =>
      `Ses articles semblent être autre chose que de l’actualité, comme une critique ou un avant-papier : probabilité de ${percent} %, et la limite est ici de ${max} %.`,
    uncertain:
      'Une seule rédaction en parlait, et il n’était pas certain que ce soit une actualité de la rubrique de ce salon.',
    muted: (word) => `Il contient « ${word} », que ce serveur a masqué.`,
    withdrawn: 'Son média a retiré l’article.',
    suicide:
      'Son titre porte sur le suicide ou l’automutilation d’une personne, et une seule rédaction en parle. Les salons à plusieurs rubriques écartent ces sujets.',
    nothingNew: 'Ce qu’il avait de nouveau ne faisait que répéter ce que ce salon avait déjà lu.',
    unsaid:
      'Une seule rédaction apporte ce qui est nouveau, et aucune phrase qui puisse être citée ne couvre son titre : il ne pouvait donc aller que sous « En bref ».',
    same: (story) => `${story} passe avant lui et porte sur la même affaire.`,
    otherLanguage: 'Une seule rédaction en parlait, dans une autre langue que celle de ce salon.',
    beaten: (ahead, places, lines) =>
      `${f.count(ahead, 'sujet est passé', 'sujets sont passés')} avant lui ; le bulletin a ${f.count(places, 'place', 'places')} et ${f.count(lines, 'ligne', 'lignes')} sous « En bref ».`,
    noRoom:
      'Jugé maintenant, il aurait eu une place : soit le message n’avait plus de place, soit ses articles ont changé depuis.',
  },
  importance: (points) => `Il avait ${f.decimal(points)} points :`,
  parts: {
    leadingOutlets: (points) =>
      `${signed(f, points)} pour ${f.count(points, 'rédaction qui l’avait', 'rédactions qui l’avaient')} en une`,
    otherOutlets: (points, newsrooms) =>
      `${signed(f, points)} pour ${f.count(newsrooms, 'rédaction qui en parlait', 'rédactions qui en parlaient')} ailleurs`,
    articles: (points, articles) =>
      `${signed(f, points)} pour ${f.count(articles, 'nouvel article', 'nouveaux articles')}`,
    saga: (points, newsrooms) =>
      `${signed(f, points)} pour ${f.count(newsrooms, 'rédaction qui l’avait', 'rédactions qui l’avaient')} en une les jours précédents`,
    leisure: (points) => `${signed(f, points)} parce qu’il relève du divertissement, du jeu ou du sport`,
    notNews: (points) =>
      `${signed(f, points)} parce que certains de ses articles semblent être autre chose que de l’actualité`,
    otherTopics: (points) => `${signed(f, points)} parce qu’il relève en partie d’autres rubriques`,
  },
  above: (story, points) => `Au-dessus : ${story} avec ${f.decimal(points)}`,
  below: (story, points) => `Au-dessous : ${story} avec ${f.decimal(points)}`,
  languageFirst: 'Les sujets dans la langue de ce salon passent en premier ; sinon, les points décident.',
  judgedAnew: 'Jugé de nouveau pour cette réponse, selon les règles qui composent les bulletins.',
});
