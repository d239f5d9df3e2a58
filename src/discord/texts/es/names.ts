import type { Formats } from '../formats.ts';

/** Words of Discord that differ between Spain and Latin America. */
export const discordNames = ({ locale }: Formats) =>
  locale === 'es-419'
    ? { manage: 'Administrar', serverSettings: 'Configuración del servidor' }
    : { manage: 'Gestionar', serverSettings: 'Ajustes del servidor' };
