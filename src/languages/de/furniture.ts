import type { Furniture } from '../language.ts';

export const furniture: Furniture = {
  dateWords: `montag dienstag mittwoch donnerstag freitag samstag sonntag veröffentlicht aktualisiert stand erstellt um
    uhr vor stunden minuten heute gestern`,
  stamp: 'veröffentlicht|aktualisiert|stand:',
  by: 'von',
  credit: 'fotos?|bild(?:er)?|quelle',
  rights: 'alle rechte vorbehalten',
  promo: [
    '(?:lesezeit|lesedauer)\\s?:?\\s?(?:ca\\.?\\s)?\\d{1,3}',
    '\\d{1,3}[ -]min(?:ute)?s?\\.? lesezeit',
    'seite \\d{1,3} von \\d{1,3}',
    'anzeige|werbung|mehr zum thema|lesen sie (?:auch|hier)|auch interessant',
    '(?:der |dieser )?(?:artikel|text) geht .{0,20}weiter|weiter nach der|schlagworte',
    'war (?:dieser artikel|diese seite) hilfreich',
  ],
  appeal: [
    'in (?:ihr|dein)(?:em)? postfach|jederzeit kündbar',
    '\\bnewsletter (?:abonnieren|bestellen)|abonnieren sie',
    'jetzt (?:abonnieren|weiterlesen|testen)|noch kein abo|bereits abonnent|folgen sie uns(?!\\p{L})',
    '^(?:mit|durch|beim) [^.!?]{3,60} akzeptieren (?-i:Sie) (?:die|unsere) datenschutz',
    '^(?:an dieser stelle|ich bin)[^.!?]{0,60} externe[nr]? inhalte?n?(?!\\p{L})',
    '^externen? inhalte? (?:anzeigen|laden)|^ha(?:st du|ben sie) einen (?:tipp|hinweis)',
    '(?:^|[.!?] )(?:(?:schicken|senden) (?-i:Sie) uns\\b|schreiben (?-i:Sie) (?:uns|an)(?!\\p{L})[^.!?]{0,60}\\S@\\S)',
  ],
  offer: 'postfach|kostenlos|gratis|abonn|anmeld',
  reports: 'sagte|teilte|erklärte|kündigte',
  openingNote: [
    '(?:anmerkung|hinweis) der redaktion|hinweis:|dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien|enthält)',
    'ihr browser',
  ],
};
