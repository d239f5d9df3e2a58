import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: { named: ['état', 'Vérifier que Lede fonctionne'] },
  heading: (version) => `Lede ${version}`,
  up: (relative) => `Démarré ${relative}`,
  outlets: (answered, all) =>
    `${f.number(answered)} sur ${f.count(all, 'média', 'médias')} ${f.form(answered, 'a répondu', 'ont répondu')}`,
  failing: (count) => f.count(count, 'média en panne', 'médias en panne'),
  stories: (stories, articles) =>
    `${f.count(stories, 'sujet tiré', 'sujets tirés')} de ${f.count(articles, 'article', 'articles')}`,
  corrections: (count) => f.count(count, 'correction de lecteurs ici', 'corrections de lecteurs ici'),
  lastPoll: (relative) => `Dernière lecture ${relative}`,
  toldByHubs: (count) =>
    f.count(count, 'flux transmet aussitôt ses nouvelles', 'flux transmettent aussitôt leurs nouvelles'),
  lastDigest: (relative) => `Dernier bulletin ${relative}`,
  nextDigest: (relative) => `Prochain bulletin ${relative}`,
  noDigest: 'Aucun bulletin prévu',
  pending: (count) => f.count(count, 'message en attente d’envoi', 'messages en attente d’envoi'),
  processes: (count) => f.count(count, 'processus', 'processus'),
  since: {
    group: (relative) => `l’un regroupe (repris ${relative})`,
    send: (relative) => `l’un envoie (repris ${relative})`,
  },
  declined: (list) => `Non autorisé : ${list.join(' · ')}`,
  declinedBy: (what, count) => `${what} par ${f.count(count, 'média', 'médias')}`,
  signals: {
    robots: 'pages (robots.txt)',
    search: 'recherche (Content-Signal)',
    licence: 'recherche (licence RSL)',
    mining: 'fouille de textes (TDMRep)',
    snippet: 'citations (nosnippet)',
    picture: 'images (max-image-preview)',
  },
  nobody: { group: '⚠️ aucun ne regroupe', send: '⚠️ aucun n’envoie' },
});
