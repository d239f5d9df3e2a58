import type { Texts } from '../en/language.ts';

export const follow: Texts['follow'] = {
  button: 'Suivre',
  closed:
    'Lede ne peut pas t’envoyer de messages privés. Autorise-les dans tes paramètres de confidentialité, ou suis le sujet dans un fil.',
};
