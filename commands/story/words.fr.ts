import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['sujet', 'Lire un sujet : ce qui s’est passé, qui en parle, et où les récits divergent'],
    options: { query: ['recherche', 'Des mots du titre ; sinon le principal sujet du jour'] },
  },
  nearest: (query, days) =>
    `Rien pour « ${query} ». Les sujets sont conservés ${f.count(days, 'jour', 'jours')}. Les plus proches :`,
  top: (query, days) =>
    `Rien ne correspond à « ${query} ». Les sujets sont conservés ${f.count(days, 'jour', 'jours')}. Les principaux sujets du moment :`,
  nothing: (query, days) =>
    `Rien pour « ${query} ». Les sujets sont conservés ${f.count(days, 'jour', 'jours')} ; essaie un ou deux mots du titre, comme un lieu ou un nom.`,
  quietDay: 'Aucun sujet pour l’instant ces dernières 24 heures. Les principaux sujets des 3 derniers jours :',
  quietDays:
    'Aucun sujet pour l’instant ces 3 derniers jours. Cherche avec des mots d’un titre pour en trouver de plus anciens.',
  whyHeading: (title) => `Pourquoi ces articles forment un seul sujet : ${title}`,
  whyWords: (words) => `en commun : ${words}`,
  whyProbability: (probability) => `concorde avec les autres à ${Math.round(probability * 100)} % en moyenne`,
  whyFooter:
    'Lede compare les mots que deux articles ont en commun, surtout les plus rares, et le temps qui les sépare. Les sujets sont comparés de nouveau à mesure qu’ils grandissent.',
  outletsHeading: (title) => `Qui en parle : ${title}`,
  changedHeading: (title) => `Ce qui a changé : ${title}`,
  hadItFirst: (outlet) => `**${outlet}** en a parlé en premier`,
  unread: (source) => `**${source}** · ne figure pas parmi les articles lus par Lede`,
  names: (source) => `cite ${source}`,
  notTheSame: 'Pas le même événement ? Choisis l’article',
  splitOff: {
    waiting:
      'C’est noté. Si un autre membre dit la même chose, ou quelqu’un qui gère le serveur, l’article quittera ce sujet.',
    done: 'C’est fait : l’article ne fait plus partie de ce sujet sur ce serveur, et les messages qui le contenaient sont rectifiés.',
  },
  takenOut: (count) => `${f.count(count, 'article retiré', 'articles retirés')} de ce sujet ici`,
  putBack: 'Remettre un article ? Choisis-le',
  picture: {
    heading: (hours) => {
      if (hours === 1) return 'Articles par heure';
      if (hours < 24) return `Articles par tranche de ${f.number(hours)} heures`;
      return hours === 24 ? 'Articles par jour' : `Articles par tranche de ${f.number(hours / 24)} jours`;
    },
    correction: 'rectificatif',
    others: (count) => `${f.number(count)} autres`,
    numbered: (number, name) => `${number} : ${name}`,
    altHead: (outlets, reports, first, last) =>
      `La couverture dans le temps : ${f.count(reports, 'article', 'articles')} de ${f.count(outlets, 'média', 'médias')}, du ${first} au ${last}.`,
    altFirst: (outlet) => `Premier article : ${outlet}.`,
    altNumber: (number, name) => `Sur l’image, ${number} désigne ${name}.`,
    altOutlet: (outlet, times, more, corrections) =>
      `${outlet} : ${times}${more > 0 ? ` et ${f.count(more, 'autre', 'autres')}` : ''}${corrections && `, rectifié ${corrections}`}.`,
    altMore: (outlets) => `Et ${f.count(outlets, 'autre média', 'autres médias')}.`,
  },
});
