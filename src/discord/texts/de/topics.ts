import type { Texts } from '../en/language.ts';

export const topics: Texts['topics'] = {
  ofFeeds: 'Unsere Feeds',
  meant: (typed, name) => `Ein Thema „${typed}“ gibt es nicht. Meinst du **${name}**?`,
  cancel: 'Abbrechen',
  cancelled: 'Es wurde nichts gespeichert.',
  busy: 'Lede liest für diesen Server gerade eine andere Adresse oder Datei. Bitte versuche es gleich noch einmal.',
  refused: {
    'bad-url': 'keine gültige Adresse',
    'bad-scheme': 'nur http und https lassen sich lesen',
    'has-credentials': 'enthält Benutzernamen oder Passwort',
    'private-address': 'nicht im öffentlichen Internet',
    'too-many-feeds': 'ein Server kann höchstens 50 Feeds haben',
    'feed-forgotten': 'das Medium möchte von diesem Bot nicht gelesen werden',
    'requests-spent':
      'dieser Server kann heute keine neuen Feeds mehr hinzufügen; versuche es nach Mitternacht UTC noch einmal',
  },
};
