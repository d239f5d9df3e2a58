import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['état', 'Vérifier que Lede fonctionne, ou ce qu’il a envoyé'],
    subcommands: {
      now: ['maintenant', 'Vérifier que Lede fonctionne'],
      deliveries: ['envois', 'Les 20 derniers messages aux salons de ce serveur, ou pourquoi l’un d’eux manque'],
    },
  },
  heading: (version) => `Lede ${version}`,
  up: (relative) => `Démarré ${relative}`,
  outlets: (answered, all) =>
    `${f.number(answered)} sur ${f.count(all, 'média', 'médias')} ${f.form(answered, 'a répondu', 'ont répondu')}`,
  failing: (count) => f.count(count, 'média en panne', 'médias en panne'),
  stories: (stories, articles) =>
    `${f.count(stories, 'sujet tiré', 'sujets tirés')} de ${f.count(articles, 'article', 'articles')}`,
  corrections: (count) => f.count(count, 'correction de lecteurs ici', 'corrections de lecteurs ici'),
  lastPoll: (relative) => `Dernière lecture ${relative}`,
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
  deliveries: {
    heading: 'Envois',
    newest: 'Les 20 derniers sur ce serveur, du plus récent au plus ancien',
    none: 'Il n’y a encore rien eu à envoyer sur ce serveur. /abonner lance un bulletin.',
    in: (channel) => `dans ${channel}`,
    message: 'Message',
    kinds: {
      daily: 'Bulletin',
      asked: 'Bulletin à la demande',
      alert: 'Alerte',
      post: 'Alerte',
      item: 'Nouvel article d’un flux',
      'item-post': 'Nouvel article d’un flux',
      follow: 'Sujet suivi',
      update: 'Suite d’un sujet',
    },
    states: {
      sent: 'envoyé',
      part: 'envoyé en partie',
      pending: 'en attente',
      expired: 'pas envoyé à temps',
      refused: 'refusé par Discord',
      unknown: 'pas confirmé par Discord, donc pas renvoyé',
      lost: 'abandonné',
      quiet: 'pas envoyé : un jour sans sujet',
    },
    late: (count) =>
      count === 1
        ? 'pas envoyé : Lede était absent, ou un envoi précédent était bloqué'
        : `${f.number(count)} bulletins pas envoyés : Lede était absent, ou un envoi précédent était bloqué`,
    retries: (count) => f.count(count, 'nouvel essai', 'nouveaux essais'),
    next: (relative) => `prochain essai ${relative}`,
    dropped: {
      'channel is gone': 'Le salon a été supprimé.',
      'direct messages are closed': 'Le membre n’accepte pas de messages privés.',
      'its channel gets no such message now':
        'Le bulletin du salon est suspendu, ou le salon n’est plus configuré pour cela.',
      'its channel gets no more alerts': 'Les alertes du salon ont été désactivées.',
      'no topic is left': 'Le bulletin du salon n’a plus de rubrique.',
      'paused by an admin': 'Le bulletin du salon a été suspendu.',
    },
    reasons: {
      'rate limit': 'Discord a demandé à Lede d’attendre.',
      'outcome unknown': 'Discord n’a pas répondu. Lede vérifie si le message est arrivé.',
      'internal error': 'Une erreur dans Lede ; le journal du bot dit laquelle.',
      unauthorized: 'Discord refuse le jeton du bot.',
      'Discord denied the channel': 'D’après Discord, le salon n’existe plus. Lede redemande.',
      'too late': '',
      'it could not be found out whether the message was posted': '',
    },
    answered: (words) => `Réponse de Discord, ou du réseau : ${words}`,
  },
  nobody: { group: '⚠️ aucun ne regroupe', send: '⚠️ aucun n’envoie' },
});
