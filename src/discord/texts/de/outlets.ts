import type { Texts } from '../en/language.ts';

export const outlets: Texts['outlets'] = {
  muted: (outlet, channel) =>
    `**${outlet}** ist in ${channel} stummgeschaltet: Seine Artikel zählen in den Überblicken dort nicht mehr und werden nicht gezeigt.`,
  preferred: (outlet, channel) =>
    `**${outlet}** wird in ${channel} bevorzugt: Wo es eine Meldung bringt, stehen seine Überschrift und sein Satz vorn.`,
  already: {
    muted: (outlet, channel) => `**${outlet}** ist in ${channel} schon stummgeschaltet.`,
    preferred: (outlet, channel) => `**${outlet}** wird in ${channel} schon bevorzugt.`,
  },
  reset: {
    muted: (outlet) => `${outlet} wieder zeigen`,
    preferred: (outlet) => `${outlet} nicht mehr bevorzugen`,
  },
  isReset: (outlet, channel) => `**${outlet}** zählt in ${channel} wie jedes andere Medium.`,
  heading: (channel) => `Medien in ${channel}`,
  lists: { muted: 'Stummgeschaltet', preferred: 'Bevorzugt' },
  none: (channel) =>
    `In ${channel} ist kein Medium stummgeschaltet oder bevorzugt. /medien stummschalten lässt eines weg, /medien bevorzugen stellt eines nach vorn.`,
  pick: 'Eines wählen, das wie jedes andere zählen soll',
};
