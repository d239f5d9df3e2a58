import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['moi', 'Ce que Lede conserve à ton sujet'],
    subcommands: {
      export: ['exporter', 'Tout recevoir dans un fichier'],
      delete: ['supprimer', 'Tout supprimer'],
    },
  },
  exported: 'Voici tout ce que Lede conserve à ton sujet. /moi supprimer l’efface.',
  askDelete:
    'Cela supprime tout ce que Lede conserve à ton sujet : les sujets que tu suis, les mots que tu surveilles, jusqu’où tu as lu, et tes votes sur le regroupement des articles. C’est irréversible.',
  deleteAll: 'Tout supprimer',
  deleted: 'Lede ne conserve plus rien à ton sujet.',
});
