import type { Formats } from '../../src/discord/texts/formats.ts';
import { cityIn } from '../../src/schedule/zones.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: [
      'rectificatifs',
      'Les articles affichés ici que des médias ont depuis corrigés, retirés ou titrés autrement',
    ],
    options: {
      outlet: ['média', 'Seulement ce média'],
      since: ['depuis', 'Jusqu’où remonter ; 30 jours par défaut'],
    },
    choices: { today: 'aujourd’hui', '3days': '3 jours', digest: 'dernier bulletin' },
  },
  heading: (outlet) => (outlet === undefined ? 'Rectificatifs' : `Rectificatifs · ${outlet}`),
  counts: (changes, articles, start) =>
    `${f.count(changes, 'changement', 'changements')} dans ${articles === 1 ? 'l’article affiché' : `les ${f.number(articles)} articles affichés`} ici depuis le ${start}`,
  none: (articles, outlet, start, since) => {
    const by = outlet === undefined ? '' : ` de ${outlet}`;
    const when = since === undefined ? '' : ` depuis le ${since}`;
    if (articles === 0) return `Aucun article${by} n’a été affiché ici depuis le ${start}.`;
    return articles === 1
      ? `Le seul article${by} affiché ici depuis le ${start} n’a été ni corrigé, ni retiré, ni titré autrement${when}.`
      : `Sur ${f.number(articles)} articles${by} affichés ici depuis le ${start}, aucun n’a été corrigé, retiré ou titré autrement${when}.`;
  },
  unknownOutlet: (typed) =>
    `Aucun article de « ${typed} » n’a été affiché ici récemment, ou plusieurs médias portent ce nom. Choisis-en un dans la liste qui s’affiche pendant la saisie.`,
  shown: (time, url, channel) =>
    `${url === undefined ? `affiché le ${time}` : `[affiché le ${time}](${url})`} dans ${channel}`,
  newer: 'Plus récents',
  older: 'Plus anciens',
  page: (number, of) => `Page ${f.number(number)} sur ${f.number(of)}`,
  onlyNewest: (count) => `Seulement les ${f.number(count)} plus récents ; choisis un média pour en voir d’autres`,
  zone: (zone) => `Heure de ${cityIn(zone, f.locale)}`,
  rule: 'La casse, la ponctuation et les directs ne comptent pas',
});
