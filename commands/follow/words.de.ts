import type { Words } from './words.ts';

export default (): Words => ({
  command: { named: ['verfolgt', 'Sehen, welche Meldungen du verfolgst, und damit aufhören'] },
  begins: (title) => `### Verfolgt: ${title}\n-# Neues kommt in den Thread darunter, höchstens fünfmal am Tag.`,
  'goes-on': (title) => `-# **Neu zu** ${title}`,
  ends: (title) => `**${title}**\nDrei Tage nichts Neues: Lede verfolgt diese Meldung nicht weiter.`,
  stop: 'Nicht mehr verfolgen',
  where: (title) =>
    `Wohin soll Neues zu **${title}** kommen? Höchstens fünfmal am Tag, bis drei Tage lang nichts Neues kommt.`,
  inThread: 'In einen Thread hier',
  inMessages: 'Als Direktnachrichten',
  inThreadSoon: 'Der Thread kommt gleich.',
  inMessagesNow: (title) => `Neues zu **${title}** kommt als Direktnachricht zu dir. /verfolgt beendet das.`,
  mayNot:
    'Um die Meldung in einem Thread zu verfolgen, brauchst du hier „Öffentliche Threads erstellen“ und „In Threads schreiben“.',
  none: 'Du verfolgst keine Meldung. Drücke auf der Karte einer Meldung **Verfolgen**.',
  heading: 'Du verfolgst',
  line: (title, place, since) => `${title} · ${place === '' ? 'Direktnachrichten' : place} · seit ${since}`,
  closedEnded: (titles) =>
    `Lede kann dir keine Direktnachrichten schicken und verfolgt ${titles} deshalb nicht mehr für dich. Erlaube sie in deinen Privatsphäre-Einstellungen, und drücke dann wieder **Verfolgen**.`,
  choose: 'Eine nicht mehr verfolgen',
  ended: (title) => `**${title}** verfolgst du nicht mehr.`,
});
