import type { Texts } from '../en/language.ts';

export const topics: Texts['topics'] = {
  ofFeeds: 'Nuestros feeds',
  meant: (typed, name) => `No hay ningún tema “${typed}”. ¿Querías decir **${name}**?`,
  cancel: 'Cancelar',
  cancelled: 'No se ha guardado nada.',
  busy: 'Lede aún está mirando otra dirección u otro archivo para este servidor. Inténtalo de nuevo en un momento.',
  refused: {
    'bad-url': 'no es una dirección válida',
    'bad-scheme': 'solo se pueden leer http y https',
    'has-credentials': 'contiene un nombre de usuario o una contraseña',
    'private-address': 'no está en la internet pública',
    'too-many-feeds': 'un servidor puede tener 50 feeds',
    'feed-forgotten': 'su medio pidió que este bot no lo lea',
    'requests-spent': 'este servidor no puede añadir más feeds nuevos hoy; inténtalo después de medianoche UTC',
  },
};
