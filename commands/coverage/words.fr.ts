import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['couverture', 'Qui d’autre parle de cet article ? Aussi dans le menu d’un message, sous Applications'],
    options: { url: ['adresse', 'Adresse de l’article'] },
    menu: 'Qui d’autre en parle ?',
  },
  byPage: (link) =>
    `Lede n’a pas d’article à ${link}. D’après son titre et son début, la page se rattache à ce sujet :`,
  alone: (outlet) => `Pour l’instant, seul ${outlet} en parle.`,
  latest: (time) => `dernier article : ${time}`,
  reportedBy: 'Ils en parlent',
  noCountry: 'Pays inconnu',
  owners: (owners) => `Propriétaires : ${owners}`,
  owner: (name, outlets) => (outlets > 1 ? `${name} (${f.number(outlets)})` : name),
  ownersUnknown: (outlets) => `inconnu pour ${f.number(outlets)}`,
  agree: 'Ils s’accordent',
  noLink:
    'Ce message ne contient pas de lien vers un article. Choisis un message qui en a un, ou donne l’adresse : /couverture',
  onlyFirst: (count) => `Ce message contient d’autres liens ; Lede a vérifié les ${f.number(count)} premiers.`,
  noPage: (typed) => `« ${typed} » n’est pas une adresse web. Colle l’adresse complète de l’article, avec https://`,
  unknown: (link) => `Aucun média de Lede n’a de sujet qui corresponde à ${link}.`,
  nearest: (link) => `Aucun média de Lede n’a de sujet qui corresponde clairement à ${link}. Les plus proches :`,
  closed: (link) =>
    `Lede n’a pas d’article à ${link}, et le site ne laisse pas les bots lire la page. Essaie /sujet avec des mots de son titre.`,
  unanswered: (link) =>
    `Lede n’a pas d’article à ${link}, et la page n’a pas pu être lue pour le moment. Réessaie dans une minute, ou essaie /sujet avec des mots de son titre.`,
  spent: (link) =>
    `Lede n’a pas d’article à ${link}, et a déjà lu beaucoup de pages pour toi depuis une heure. Réessaie plus tard, ou essaie /sujet avec des mots de son titre.`,
});
