import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const story = (f: Formats): Texts['story'] => ({
  updated: (time) => `mis à jour ${time}`,
  newSince: 'Du nouveau depuis le dernier bulletin',
  figuresDiffer: 'Les chiffres divergent',
  figuresOverTime: 'L’évolution des chiffres',
  changed: 'Jour après jour',
  whatChanged: 'Qu’est-ce qui a changé ?',
  inMarks: (words) => `« ${words} »`,
  inTheirWords: 'Verbatim',
  timeline: 'Chronologie',
  firstReport: 'premier article',
  withdrawn: (outlet) => `retiré par ${outlet}`,
  earlier: 'Précédemment',
  sameText: (outlets) => `même texte : ${outlets}`,
  andMore: (count) => `et ${f.count(count, 'autre', 'autres')}`,
  quoted: 'Cité mot pour mot ; chaque texte appartient à son média.',
  related: 'Sujets liés',
  noTopic: 'Actualité',
  share: 'Partager ici',
  why: 'Pourquoi ensemble ?',
  allOutlets: 'Qui en parle ?',
  sharedBy: (user) => `Partagé par ${user}`,
  gone: (days) =>
    `Ce sujet n’est plus disponible : il a plus de ${f.count(days, 'jour', 'jours')}, ou son flux a été retiré. Les liens ci-dessus fonctionnent toujours.`,
  reading: 'Lede lit ses médias pour la première fois. Redemande dans une minute environ.',
  openOne: 'Ouvrir un sujet',
  takenBack: {
    vote: 'Annulé : ton vote ne compte plus.',
    back: 'Annulé : l’article fait de nouveau partie de ce sujet ici, et les messages qui le contenaient sont rétablis.',
    stands: 'Annulé, mais d’autres disent la même chose : rien ne change.',
    nothing: 'C’était déjà annulé.',
  },
  cannotShare: 'Pour partager un sujet ici, tu dois pouvoir envoyer des messages dans ce salon.',
  shared: 'Partagé.',
  shareUnconfirmed: 'Discord n’a pas confirmé le partage. Vérifie si le message est dans le salon.',
  alreadyShared: 'Tu as déjà partagé cela ici.',
  headlines: {
    heading: (topic) => (topic === undefined ? 'Les titres' : `Les titres · ${topic}`),
    counts: (stories, articles, since) =>
      `${f.count(stories, 'sujet tiré', 'sujets tirés')} de ${f.count(articles, 'article', 'articles')} depuis le ${since}`,
    empty: (since) => `Aucun sujet depuis le ${since}. Essaie une période plus longue ou une autre rubrique.`,
    outlets: (answered, all) => `${f.number(answered)} sur ${f.count(all, 'média', 'médias')}`,
    noneToShare: 'Ces sujets ne sont plus disponibles ; rien n’a été partagé.',
  },
  openStory: 'Ouvrir le sujet',
});
