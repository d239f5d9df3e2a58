import type { Words } from './words.ts';

export default (): Words => ({
  command: { named: ['aide', 'Ce que fait Lede, et comment commencer'] },
  heading: 'Lede, une rédaction pour ton serveur',
  what: 'Lede lit de nombreux médias, rassemble les articles sur un même événement et publie un bulletin par jour, au calme. Chaque phrase est citée mot pour mot, avec son média et un lien. Aucun texte n’est écrit par une machine.',
  start: (command) =>
    `**Pour commencer :** lance ${command} dans un salon et choisis des rubriques. Le premier bulletin peut arriver tout de suite.`,
  startByOthers: 'Les personnes qui gèrent le serveur peuvent lancer un bulletin dans n’importe quel salon.',
  startDm: 'Ajoute Lede à un serveur pour y recevoir des bulletins. Ici, tu peux consulter les sujets.',
  everyone: 'Pour tout le monde',
  managers: 'Pour les personnes qui gèrent le serveur',
  footer: 'Les réponses à tes commandes ne sont visibles que par toi.',
});
