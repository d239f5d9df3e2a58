import type { Texts } from '../en/language.ts';

export const changes: Texts['changes'] = {
  retitled: (outlet) => `${outlet} a changé son titre`,
  corrected: (outlet, article = 'un article') => `${outlet} a corrigé ${article}`,
  retracted: (outlet, article = 'un article') => `${outlet} a retiré ${article}`,
  gone: (outlet, status, article) =>
    `${outlet} n’a plus la page ${article === undefined ? 'd’un article ' : ''}(${status})${article === undefined ? '' : ` : ${article}`}`,
  quoted: (words) => `« ${words} »`,
};
