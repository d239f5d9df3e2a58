import { moment } from '../../cards/parts.ts';
import type { Texts } from '../en/language.ts';

export const refusals: Texts['refusals'] = {
  'unknown-topic': (detail) =>
    `Il n’y a pas de rubrique « ${detail} ». Choisis-en une dans la liste qui s’affiche pendant la saisie. Les personnes qui gèrent le serveur peuvent en créer : /rubriques créer.`,
  'topic-gone': () => 'Cette rubrique n’existe plus. Choisis-en une autre.',
  'unknown-zone': (detail) =>
    `Fuseau horaire inconnu : « ${detail} ». Tape une ville ou un pays, comme Paris, Montréal ou le Japon.`,
  'zone-meant': (detail) => `Tu voulais dire **${detail}** ? Écris-le ainsi. Rien n’a changé.`,
  'unknown-time': (detail) =>
    `Heure incomprise : « ${detail} ». Écris par exemple 8, 8 h, 8h30 ou 08:00 ; sépare plusieurs heures par des virgules : 08:00, 18:00.`,
  'too-many-times': (detail) =>
    `Un salon peut recevoir ${detail} bulletins par jour au maximum. Retire quelques heures.`,
  'unknown-days': (detail) =>
    `Jours incompris : « ${detail} ». Écris par exemple lun-ven, sam, dim, en semaine ou tous les jours.`,
  'unknown-language': (detail) =>
    `Langue inconnue : « ${detail} ». Écris par exemple français, anglais, séparés par des virgules, ou « toutes ».`,
  'too-many-languages': (detail) =>
    `Un salon peut indiquer ${detail} langues au maximum. Retires-en, ou écris « toutes ».`,
  'unknown-choice': (detail) => `« ${detail} » ne fait pas partie des choix. Choisis dans la liste.`,
  'not-subscribed': (detail) =>
    detail === ''
      ? 'Ce salon ne reçoit pas encore de bulletin. /abonner en lance un.'
      : `Ce salon ne reçoit pas ${detail}.`,
  'already-subscribed': () => 'Le salon le reçoit déjà. Rien n’a changé.',
  'too-many-topics': (detail) =>
    `Un serveur peut avoir ${detail} rubriques à lui. Supprimes-en d’abord une : /rubriques supprimer.`,
  'channel-full': (detail) => `Un salon peut avoir ${detail} rubriques. Retires-en d’abord une : /désabonner.`,
  'too-many-feeds': (detail) => `Un serveur peut avoir ${detail} flux. Retires-en d’abord un : /flux retirer.`,
  'too-many-mutes': () =>
    'Trop de mots sont masqués. Réaffiches-en d’abord un : indique-le de nouveau dans /bulletin réglages.',
  'mute-word': (detail) => `« ${detail} » n’a ni lettre ni chiffre : Lede ne peut pas le chercher.`,
  'topic-exists': (detail) =>
    `La rubrique « ${detail} » existe déjà. Choisis un autre nom, ou modifie-la : /rubriques modifier.`,
  'topic-built-in': (detail) =>
    `**${detail}** est fournie avec Lede : /abonner l’envoie dans un salon. Donne un autre nom à ta rubrique.`,
  'topic-name': () => 'Le nom d’une rubrique compte de 1 à 40 caractères.',
  'no-words': () =>
    'Une rubrique a besoin d’au moins un mot sous « tous » ou « un ». Sépare les mots par des virgules.',
  'too-many-words': (detail) => `Une rubrique peut compter ${detail} mots en tout. Retires-en.`,
  'long-word': (detail) => `« ${detail}… » est trop long pour un mot. Sépare les mots par des virgules.`,
  'short-word': (detail) =>
    `« ${detail} » est trop court : il figure dans presque tous les sujets. Il faut trois lettres, ou deux en chinois, japonais, coréen ou thaï.`,
  'unknown-outlet': (detail) =>
    `Le média « ${detail} » est inconnu, ou plusieurs portent ce nom. Choisis-en un dans la liste qui s’affiche pendant la saisie.`,
  'too-many-outlets': (detail) =>
    `Un salon peut masquer et préférer ${detail} médias en tout. Reviens d’abord sur l’un d’eux : /médias liste.`,
  'feed-exists': () => 'Ce serveur a déjà ce flux : voir /flux liste.',
  'feed-unknown': () => 'Ce serveur n’a pas ce flux. /flux liste montre ceux qu’il a.',
  'feed-forgotten': (detail) => `${detail} a demandé à ne pas être lu par ce bot.`,
  'requests-spent': (detail) =>
    `Ce serveur a épuisé ce que Lede peut consulter et lire pour lui aujourd’hui : voir /flux liste. Réessaie ${moment(Number(detail), 'R')}.`,
  'no-quiet-hours': () => 'Ce salon n’a pas d’heures de silence. Indique-les aussi, par exemple `silence:22-7`.',
  'unknown-quiet': (detail) =>
    `Heures de silence incomprises : « ${detail} ». Écris par exemple 22-7 ou de 22 h 30 à 6 h.`,
  'too-many-follows': (detail) => `Tu suis déjà ${detail} sujets. Cesse d’abord d’en suivre un : /suivis.`,
  'too-many-follows-today': (detail) => `Tu peux commencer à suivre ${detail} sujets en 24 heures. Réessaie demain.`,
  'too-many-threads-today': (detail) =>
    `Les membres de ce serveur peuvent ouvrir ${detail} fils de sujets par jour. Suis le sujet par messages privés, ou réessaie demain.`,
  'already-followed': () => 'Ce sujet y est déjà suivi.',
  'not-followed': () => 'Tu ne suis plus ce sujet.',
  'too-many-watched': (detail) => `Tu peux surveiller ${detail} mots. Retires-en d’abord un : /veille retirer.`,
  'too-many-watchers': () =>
    'Tant de membres surveillent des mots qu’il n’y a plus de place ici. Réessaie un autre jour.',
  'not-watched': (detail) => (detail === '' ? 'Tu ne surveilles aucun mot.' : `Tu ne surveilles pas « ${detail} ».`),
  'no-alert': () => 'Ce salon ne reçoit pas d’alertes. /alertes définir les lance.',
  'too-many-alerts': (detail) =>
    `Un serveur peut avoir des alertes dans ${detail} salons. Arrête-les d’abord dans l’un d’eux : /alertes arrêter.`,
  'topic-or-words': () =>
    'Donne une rubrique ou des mots, pas les deux. Pour les deux, définis des alertes dans deux salons.',
  'feed-or-topic': () => 'Donne un flux ou une rubrique, pas les deux.',
  'feed-at-one-voice': () =>
    'Un flux seul ne va qu’avec `rédactions: 1`, qui publie chacun de ses nouveaux articles. Rien n’a été changé.',
  'feed-at-once': () => 'Ce salon reçoit déjà chaque nouvel article de ce flux.',
  'no-own-feeds': (detail) =>
    detail === ''
      ? 'Avec `rédactions: 1`, un salon reçoit chaque nouvel article des flux de ce serveur, et il n’en a pas encore : /flux ajouter en ajoute un. Les sujets du catalogue demandent au moins 2 rédactions, car une seule en publie des centaines par jour.'
      : `Avec \`rédactions: 1\`, un salon reçoit chaque nouvel article des flux de ce serveur, et aucun n’est dans la rubrique ${detail}. Écris \`rubrique: tout\`, ou ajoute un flux à cette rubrique : /flux ajouter.`,
  'other-alert': () =>
    'Ce salon a déjà une autre règle d’alerte, et un salon n’en a qu’une. Choisis un autre salon, ou change la règle avec /alertes définir.',
  'not-in-story': () =>
    'Cet article ne fait plus partie de ce sujet. Rouvre le sujet pour voir ce qu’il contient à présent.',
  'only-report': () => 'C’est le seul article de ce sujet : il n’y a rien dont le séparer.',
  'too-many-corrections': () => 'Il y a eu beaucoup de corrections ici aujourd’hui. Réessaie demain.',
  'digest-just-now': () =>
    'Un bulletin est en route vers ce salon ou vient d’y paraître, et un autre dirait la même chose. Réessaie dans une minute.',
};
