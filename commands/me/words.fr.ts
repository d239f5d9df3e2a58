import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['moi', 'Ce que Lede conserve sur toi'],
    subcommands: {
      export: ['exporter', 'Tout recevoir dans un fichier'],
      delete: ['supprimer', 'Tout supprimer'],
    },
  },
  exported: 'Voici tout ce que Lede conserve sur toi. /moi supprimer l’efface.',
  askDelete:
    'Cela supprime tout ce que Lede conserve sur toi : les sujets que tu suis, les mots que tu surveilles, jusqu’où tu as lu, et tes votes sur le regroupement des articles. C’est irréversible.',
  deleteAll: 'Tout supprimer',
  deleted: 'Lede ne conserve plus rien sur toi.',
});
