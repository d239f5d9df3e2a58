import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';
import { discordNames } from './names.ts';

export const roles = (f: Formats): Texts['roles'] => {
  const { manage, serverSettings } = discordNames(f);
  return {
    needsTag: (channel) =>
      `Las publicaciones de ${channel} necesitan una etiqueta, y el canal no tiene ninguna. Crea una en los ajustes del canal, o concédele ahí a Lede “${manage} canales”.`,
    notMentionable: (role) =>
      `⚠️ No todo el mundo puede mencionar ${role}, y Lede no tiene permiso para mencionar todos los roles, así que Discord no avisará a nadie. Permítelo en los ajustes del rol.`,
    line: {
      waits: (minutes) =>
        `Muchos miembros están pulsando el botón, y Discord solo deja a Lede cambiar los roles de uno en uno. Te toca en ${f.count(minutes, 'minuto', 'minutos')}, más o menos; este mensaje lo dirá. Si no, pulsa otra vez.`,
      full: 'Hay tantos miembros esperando que tu turno llegaría demasiado tarde para responderte. Pulsa otra vez en un cuarto de hora.',
      late: 'Discord lleva demasiado tiempo sin aceptar cambios de rol. Pulsa otra vez en unos minutos.',
      stopping: 'Lede se está reiniciando, y aún no te había tocado. Pulsa otra vez en un minuto.',
    },
    unfit: {
      gone: 'Este servidor no tiene ese rol.',
      managed: (role) => `${role} pertenece a una aplicación, y Discord no deja que nadie más lo dé. Elige otro rol.`,
      everyone: 'Las alertas no pueden mencionar a todo el mundo. Elige un rol que los miembros tomen por su cuenta.',
      powerful: (role) =>
        `${role} tiene permisos propios, y cualquiera podría tomarlo con el botón. Elige un rol sin permisos.`,
      opens: (role, channel) =>
        `Los permisos de ${channel} le permiten algo a ${role}, y cualquiera podría tomar ese rol con el botón. Crea un rol sin ningún permiso, ni propio ni en un canal, y elígelo.`,
      opensNow: (role) =>
        `Los permisos de un canal le permiten ahora algo a ${role}, así que el botón ya no lo da. Un admin puede elegir un rol sin permisos: /alertas definir.`,
      unread:
        'Discord no le ha dicho a Lede qué permiten los roles de este servidor, así que Lede no da ninguno. Inténtalo de nuevo en un minuto.',
      notYours: (role) =>
        `Para elegir ${role} tienes que poder darlo: necesitas “${manage} roles” y un rol que esté por encima en *${serverSettings} → Roles*. Pídeselo a alguien que tenga ambas cosas.`,
      higher: (role) =>
        `Lede no puede dar ${role}: tiene que estar por debajo del rol de Lede en *${serverSettings} → Roles*.`,
      noManageRoles: `Lede necesita el permiso “${manage} roles” para dar el rol a los miembros. Concédeselo al rol de Lede en *${serverSettings} → Roles*.`,
    },
  };
};
