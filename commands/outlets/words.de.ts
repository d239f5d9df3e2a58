import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['medien', 'Medien aus dem Überblick eines Kanals lassen oder nach vorn stellen'],
    subcommands: {
      mute: ['stummschalten', 'Ein Medium aus dem Überblick eines Kanals lassen'],
      prefer: ['bevorzugen', 'Überschrift und Satz eines Mediums zuerst zeigen, wo es eine Meldung bringt'],
      list: ['liste', 'Welche Medien ein Kanal stummschaltet und bevorzugt'],
    },
    options: {
      outlet: ['medium', 'Welches Medium; tippe einen Teil seines Namens'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
  },
  muted: (outlet, channel) =>
    `**${outlet}** ist in ${channel} stummgeschaltet: Seine Artikel zählen in den Überblicken dort nicht mehr und werden nicht gezeigt.`,
  preferred: (outlet, channel) =>
    `**${outlet}** wird in ${channel} bevorzugt: Wo es eine Meldung bringt, stehen seine Überschrift und sein Satz vorn.`,
  noLonger: { muted: 'Stummgeschaltet ist es nicht mehr.', preferred: 'Bevorzugt wird es nicht mehr.' },
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
    `In ${channel} ist kein Medium stummgeschaltet und keines bevorzugt. /medien stummschalten lässt eines weg, /medien bevorzugen stellt eines nach vorn.`,
  pick: 'Eines wählen, das wie jedes andere zählen soll',
});
