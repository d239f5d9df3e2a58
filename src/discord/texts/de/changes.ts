import type { Texts } from '../en/language.ts';

export const changes: Texts['changes'] = {
  retitled: (outlet) => `${outlet} ändert die Überschrift`,
  corrected: (outlet, article) => `${outlet} korrigiert${article === undefined ? ' einen Artikel' : `: ${article}`}`,
  retracted: (outlet, article) =>
    article === undefined ? `${outlet} zieht einen Artikel zurück` : `${outlet} zieht zurück: ${article}`,
  gone: (outlet, status, article) =>
    `Bei ${outlet} fehlt jetzt die Seite (${status})${article === undefined ? '' : `: ${article}`}`,
  quoted: (words) => `„${words}“`,
};
