import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['ich', 'Was Lede über dich speichert'],
    subcommands: {
      export: ['export', 'Alles davon als Datei bekommen'],
      delete: ['löschen', 'Alles davon löschen'],
    },
  },
  exported: 'Das ist alles, was Lede über dich speichert. Mit /ich löschen löschst du es.',
  askDelete:
    'Das löscht alles, was Lede über dich speichert: welchen Meldungen du folgst, welche Wörter du beobachtest, wie weit du gelesen hast und wie du über die Zuordnung von Artikeln abgestimmt hast. Es lässt sich nicht rückgängig machen.',
  deleteAll: 'Alles löschen',
  deleted: 'Lede speichert nichts mehr über dich.',
});
