import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const roles = (f: Formats): Texts['roles'] => ({
  needsTag: (channel) =>
    `Les posts de ${channel} doivent porter un tag, et le salon n’en a aucun. Crées-en un dans les paramètres du salon, ou donne à Lede « Gérer les salons » à cet endroit.`,
  notMentionable: (role) =>
    `⚠️ Tout le monde ne peut pas mentionner ${role}, et Lede n’a pas la permission de mentionner tous les rôles : Discord ne préviendra donc personne. Autorise la mention dans les paramètres du rôle.`,
  line: {
    waits: (minutes) =>
      `Beaucoup de membres appuient en ce moment, et Discord ne laisse Lede changer les rôles qu’un par un. Ton tour viendra dans ${f.count(minutes, 'minute', 'minutes')} environ ; ce message le dira alors. Sinon, appuie de nouveau.`,
    full: 'Tant de membres attendent que ton tour viendrait trop tard pour te répondre. Appuie de nouveau dans un quart d’heure.',
    late: 'Depuis trop longtemps, Discord n’accepte aucun changement de rôle. Appuie de nouveau dans quelques minutes.',
    stopping: 'Lede redémarre, et ton tour n’était pas encore venu. Appuie de nouveau dans une minute.',
  },
  unfit: {
    gone: 'Ce serveur n’a pas ce rôle.',
    managed: (role) =>
      `${role} appartient à une application, et Discord ne laisse personne d’autre le donner. Choisis un autre rôle.`,
    everyone:
      'Les alertes ne peuvent pas mentionner tout le monde. Choisis un rôle que les membres prennent eux-mêmes.',
    powerful: (role) =>
      `${role} a ses propres permissions, et tout le monde pourrait le prendre avec le bouton. Choisis un rôle sans permissions.`,
    opens: (role, channel) =>
      `Les permissions de ${channel} autorisent quelque chose à ${role}, et tout le monde pourrait prendre ce rôle avec le bouton. Crée un rôle sans aucune permission, ni propre ni dans un salon, et choisis-le.`,
    opensNow: (role) =>
      `Les permissions d’un salon autorisent désormais quelque chose à ${role} : le bouton ne le donne donc plus. Un admin peut choisir un rôle sans permissions avec /alertes définir.`,
    unread:
      'Discord n’a pas dit à Lede ce que permettent les rôles de ce serveur : Lede n’en donne donc aucun. Réessaie dans une minute.',
    notYours: (role) =>
      `Pour choisir ${role}, tu dois pouvoir le donner toi-même : il te faut « Gérer les rôles » et un rôle placé au-dessus dans *Paramètres du serveur → Rôles*. Demande à quelqu’un qui a les deux.`,
    higher: (role) =>
      `Lede ne peut pas donner ${role} : ce rôle doit être placé sous celui de Lede dans *Paramètres du serveur → Rôles*.`,
    noManageRoles:
      'Lede a besoin de la permission « Gérer les rôles » pour donner ce rôle aux membres. Accorde-la au rôle de Lede dans *Paramètres du serveur → Rôles*.',
  },
});
