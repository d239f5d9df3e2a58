import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['medios', 'Dejar medios fuera del resumen de un canal, o darles preferencia'],
    subcommands: {
      mute: ['silenciar', 'Dejar un medio fuera del resumen de un canal'],
      prefer: ['preferir', 'Mostrar primero el titular y la frase de un medio cuando informa de una noticia'],
      list: ['lista', 'Qué medios silencia y prefiere un canal'],
    },
    options: {
      outlet: ['medio', 'Qué medio; escribe una parte de su nombre'],
      channel: ['canal', 'Qué canal; si no, este'],
    },
  },
  muted: (outlet, channel) =>
    `**${outlet}** está silenciado en ${channel}: sus artículos ya no cuentan ni aparecen en sus resúmenes.`,
  preferred: (outlet, channel) =>
    `**${outlet}** tiene preferencia en ${channel}: cuando informa de una noticia, su titular y su frase van primero.`,
  noLonger: { muted: 'Ya no está silenciado.', preferred: 'Ya no tiene preferencia.' },
  already: {
    muted: (outlet, channel) => `**${outlet}** ya está silenciado en ${channel}.`,
    preferred: (outlet, channel) => `**${outlet}** ya tiene preferencia en ${channel}.`,
  },
  reset: {
    muted: (outlet) => `Dejar de silenciar ${outlet}`,
    preferred: (outlet) => `Dejar de preferir ${outlet}`,
  },
  isReset: (outlet, channel) => `**${outlet}** cuenta en ${channel} como cualquier otro medio.`,
  heading: (channel) => `Medios en ${channel}`,
  lists: { muted: 'Silenciados', preferred: 'Preferidos' },
  none: (channel) =>
    `${channel} no silencia ni prefiere ningún medio. /medios silenciar deja uno fuera; /medios preferir le da preferencia.`,
  pick: 'Elige el que debe contar como los demás',
});
