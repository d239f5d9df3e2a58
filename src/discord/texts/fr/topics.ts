import type { Texts } from '../en/language.ts';

export const topics: Texts['topics'] = {
  ofFeeds: 'Nos flux',
  meant: (typed, name) => `Il n’y a pas de rubrique « ${typed} ». Tu voulais dire **${name}** ?`,
  cancel: 'Annuler',
  cancelled: 'Rien n’a été enregistré.',
  busy: 'Lede examine encore une autre adresse ou un autre fichier pour ce serveur. Réessaie dans un instant.',
  refused: {
    'bad-url': 'adresse non valide',
    'bad-scheme': 'seuls http et https peuvent être lus',
    'has-credentials': 'contient un nom d’utilisateur ou un mot de passe',
    'private-address': 'n’est pas sur l’internet public',
    'too-many-feeds': 'un serveur peut avoir 50 flux',
    'feed-forgotten': 'le média a demandé à ne pas être lu par ce bot',
    'requests-spent': 'ce serveur ne peut plus ajouter de nouveaux flux aujourd’hui ; réessaie après minuit UTC',
  },
};
