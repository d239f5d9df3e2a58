import type { Texts } from '../en/language.ts';

export const changes: Texts['changes'] = {
  retitled: (outlet) => `${outlet} cambió su titular`,
  corrected: (outlet, article = 'un artículo') => `${outlet} corrigió ${article}`,
  retracted: (outlet, article = 'un artículo') => `${outlet} retiró ${article}`,
  gone: (outlet, status, article = 'un artículo') => `${outlet} ya no tiene la página de ${article} (${status})`,
  quoted: (words) => `“${words}”`,
};
