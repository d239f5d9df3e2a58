import type { Texts } from '../en/language.ts';

export const forms: Texts['forms'] = {
  change: 'Cambiar',
  open: 'Abrir el formulario',
  late: 'La respuesta llegó demasiado tarde para que Discord abriera el formulario. Pulsa otra vez.',
  again: 'Volver al formulario',
};
