import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['suivis', 'Les sujets que tu suis ; tu peux cesser d’en suivre un'],
    menu: 'Suivre ce sujet',
  },
  begins: (title) => `### Suivi : ${title}\n-# Les suites arrivent dans le fil ci-dessous, cinq par jour au maximum.`,
  'goes-on': (title) => `-# **Du nouveau sur** ${title}`,
  ends: (title) => `**${title}**\nTrois jours sans nouvelles : Lede ne suit plus ce sujet.`,
  stop: 'Ne plus suivre',
  where: (title) =>
    `Où envoyer les suites de **${title}** ? Cinq par jour au maximum, jusqu’à ce qu’il n’y en ait plus pendant trois jours.`,
  inThread: 'Dans un fil ici',
  inMessages: 'Par messages privés',
  inThreadSoon: 'Le fil est en route.',
  inMessagesNow: (title) => `Les suites de **${title}** arriveront par messages privés. /suivis permet d’y mettre fin.`,
  mayNot:
    'Pour suivre dans un fil, il te faut ici « Créer des fils publics » et « Envoyer des messages dans les fils ».',
  noLink:
    'Ce message ne contient pas de lien vers un article. Choisis un message qui en a un, ou appuie sur **Suivre** sous la fiche de /sujet.',
  noStory: 'Lede n’a pas de sujet pour les liens de ce message. Essaie /sujet avec des mots du titre.',
  several: 'Ce message parle de plusieurs sujets. **Lequel veux-tu suivre ?**',
  pick: 'Choisir un sujet',
  none: 'Tu ne suis aucun sujet. Appuie sur **Suivre**, sous la fiche d’un sujet, ou choisis *Applications → Suivre ce sujet* dans le menu d’un message.',
  heading: 'Tu suis',
  line: (title, place, since) => `${title} · ${place === '' ? 'messages privés' : place} · depuis le ${since}`,
  closedEnded: (titles) =>
    `Lede ne peut pas t’envoyer de messages privés et ne suit donc plus ${titles} pour toi. Autorise-les dans tes paramètres de confidentialité, puis appuie de nouveau sur **Suivre**.`,
  choose: 'Ne plus suivre un sujet',
  ended: (title) => `Tu ne suis plus **${title}**.`,
});
