import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['gefolgt', 'Die Meldungen, denen du folgst; du kannst damit aufhören'],
    menu: 'Dieser Meldung folgen',
  },
  begins: (title) => `### Im Blick: ${title}\n-# Updates kommen in den Thread darunter, höchstens fünf am Tag.`,
  'goes-on': (title) => `-# **Update zu** ${title}`,
  ends: (title) => `**${title}**\nDrei Tage nichts Neues: Lede folgt dieser Meldung nicht weiter.`,
  stop: 'Nicht mehr folgen',
  where: (title) =>
    `Wohin sollen Updates zu **${title}** kommen? Höchstens fünf am Tag, bis es drei Tage lang keine gab.`,
  inThread: 'In einen Thread hier',
  inMessages: 'Als Direktnachrichten',
  inThreadSoon: 'Der Thread kommt gleich.',
  inMessagesNow: (title) => `Updates zu **${title}** kommen als Direktnachrichten. /gefolgt beendet sie.`,
  mayNot:
    'Um der Meldung in einem Thread zu folgen, brauchst du hier „Öffentliche Threads erstellen“ und „Nachrichten in Threads senden“.',
  noLink:
    'In dieser Nachricht steht kein Link zu einem Artikel. Nimm eine Nachricht mit Link, oder drücke **Folgen** auf der Karte von /meldung.',
  noStory:
    'Zu den Links in dieser Nachricht hat Lede keine Meldung. Versuche es über /meldung mit Wörtern aus der Überschrift.',
  several: 'In dieser Nachricht stehen mehrere Meldungen. **Welcher willst du folgen?**',
  pick: 'Meldung wählen',
  none: 'Du folgst keiner Meldung. Drücke auf der Karte einer Meldung **Folgen**, oder wähle im Menü einer Nachricht *Apps → Dieser Meldung folgen*.',
  heading: 'Du folgst',
  line: (title, place, since) => `${title} · ${place === '' ? 'Direktnachrichten' : place} · seit ${since}`,
  closedEnded: (titles) =>
    `Lede kann dir keine Direktnachrichten senden, deshalb folgst du ${titles} nicht mehr. Erlaube sie in deinen Privatsphäre-Einstellungen, und drücke dann wieder **Folgen**.`,
  choose: 'Einer Meldung nicht mehr folgen',
  ended: (title) => `**${title}** folgst du nicht mehr.`,
});
