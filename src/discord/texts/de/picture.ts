import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const picture = (f: Formats): Texts['picture'] => ({
  heading: (hours) => {
    if (hours === 1) return 'Berichte je Stunde';
    if (hours < 24) return `Berichte je ${f.number(hours)} Stunden`;
    return hours === 24 ? 'Berichte je Tag' : `Berichte je ${f.number(hours / 24)} Tage`;
  },
  correction: 'Korrektur',
  others: (count) => `${f.number(count)} weitere`,
  numbered: (number, name) => `${number} ist ${name}`,
  altHead: (outlets, reports, first, last) =>
    `Berichterstattung im Verlauf: ${f.count(reports, 'Bericht', 'Berichte')} von ${f.count(outlets, 'Medium', 'Medien')}, vom ${first} bis zum ${last}.`,
  altFirst: (outlet) => `Erster Bericht: ${outlet}.`,
  altNumber: (number, name) => `Im Bild ist ${number} ${name}.`,
  altOutlet: (outlet, times, more, corrections) =>
    `${outlet}: ${times}${more > 0 ? ` und ${f.number(more)} weitere` : ''}${corrections && `, korrigiert ${corrections}`}.`,
  altMore: (outlets) => f.form(outlets, 'Und noch 1 Medium.', `Und ${f.number(outlets)} weitere Medien.`),
});
