import type { Texts } from '../en/language.ts';

export const follow: Texts['follow'] = {
  button: 'Seguir',
  closed:
    'Lede no puede enviarte mensajes directos. Permítelos en tus ajustes de privacidad, o sigue la noticia en un hilo.',
};
