import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';
import { problem } from './problems.ts';

export const errors = (f: Formats): Texts['errors'] => ({
  failed: (code) =>
    `Cela n’a pas marché, et tu n’y es pour rien. Réessaie dans une minute. Si le problème persiste, donne à la personne qui gère ce bot le code **${code}**.`,
  needsServer: 'Cela ne marche que sur un serveur.',
  notInServer: (inviteUrl) =>
    `Ce serveur n’a que les commandes de Lede, pas Lede lui-même, qui ne peut donc rien publier ici. [Ajoute Lede au serveur](${inviteUrl}), puis relance la commande.`,
  needsManage: 'Il te faut la permission « Gérer le serveur ».',
  expired: 'Ce bouton a expiré. Relance la commande.',
  retired: 'Ce bouton ne sert plus.',
  problem,
  reasons: {
    'missing-access':
      'Lede ne voit pas le salon. Accorde-lui « Voir le salon » ; la publication reprendra d’elle-même.',
    'missing-permission':
      'Lede n’a pas le droit d’y publier. Accorde-lui « Envoyer des messages » (dans un fil « Envoyer des messages dans les fils », dans un forum « Créer des posts » et « Envoyer des messages dans les posts »), « Intégrer des liens » et « Voir les anciens messages » ; la publication reprendra d’elle-même.',
    'thread-closed': 'Le fil est fermé et verrouillé. Déverrouille-le ; la publication reprendra d’elle-même.',
    'cannot-look-up':
      'Lede ne peut pas vérifier si son dernier message est arrivé. Accorde-lui « Voir les anciens messages » ; la publication reprendra d’elle-même.',
  },
  notices: {
    paused: (channel, reason) => `La publication dans ${channel} est suspendue. ${reason}`,
    noThread: (channel) =>
      `Lede n’a pas le droit d’ouvrir un fil sous ses messages dans ${channel}. Accorde-lui « Créer des fils publics » à cet endroit, ou désactive les fils.`,
    roleGone: (channel) =>
      `Le rôle que mentionnaient les alertes de ${channel} a été supprimé ; elles ne mentionnent donc plus personne. Définis-les de nouveau avec un autre rôle : /alertes définir.`,
    roleOpens: (channel, role, opened) =>
      `**Préviens-moi**, sous les alertes de ${channel}, ne donne plus ${role} à personne, car les permissions de ${opened} autorisent quelque chose à ce rôle. Retire-les, ou choisis un rôle sans permissions : /alertes définir.`,
    channelGone: (channel) => `Le salon ${channel} a été supprimé ; plus rien n’y sera publié.`,
    expired: (day, channel) =>
      `Le bulletin du ${day} pour ${channel} n’a pas pu partir à temps. Le prochain couvrira aussi ces heures.`,
    expiredSome: (count, first, last, channel) =>
      `Lede était absent ou ne pouvait pas publier : ${f.count(count, 'bulletin', 'bulletins')} pour ${channel}, ${first === last ? `du ${first}` : `du ${first} au ${last}`}, ${f.form(count, 'n’est pas parti', 'ne sont pas partis')}. Le prochain couvrira aussi ces heures, jusqu’à huit jours en arrière.`,
    refused: (day, channel) =>
      `Discord a refusé le bulletin du ${day} pour ${channel}. Le prochain couvrira aussi ces heures ; le journal du bot dit pourquoi.`,
    unknownOutcome: (channel, day) =>
      `Discord n’a pas confirmé ${day === undefined ? 'qu’un message' : `que le bulletin du ${day}`} est arrivé dans ${channel}. Par précaution, il ne sera pas renvoyé ; s’il y manque, retrouve les nouvelles avec /titres ou /sujet.`,
    feedFailing: (feed, reason) => `Le flux ${feed} est illisible : ${reason}`,
    feedBack: (feed) => `Le flux ${feed} fonctionne de nouveau.`,
    feedGone: (feed, reason) => `Le flux ${feed} n’existe plus et ne sera plus lu : ${reason}`,
    clockAhead: (hours) =>
      `L’horloge de la machine du bot avançait de ${f.count(hours, 'heure', 'heures')} et a été remise à l’heure. Des bulletins sont peut-être partis trop tôt, ou pas du tout.`,
    polling: (minutes) =>
      `Aucun média n’a été lu depuis ${f.count(minutes, 'minute', 'minutes')}. Le journal du bot dit pourquoi.`,
    sending: (minutes) =>
      `Aucun bulletin n’a pu partir depuis ${f.count(minutes, 'minute', 'minutes')}. Le journal du bot dit pourquoi.`,
  },
});
