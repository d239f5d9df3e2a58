import type { Denying } from '../language.ts';

const matters =
  'acusaci(?:ón|ones)|alegaci(?:ón|ones)|informaci(?:ón|ones)|rumor(?:es)?|afirmaci(?:ón|ones)|señalamientos?|imputaci(?:ón|ones)|denuncias?|versi(?:ón|ones)|cargos';

export const denying: Denying = {
  words: [
    /(?<!\p{L})(?:desm(?:iente|ienten|intió|intieron|entía|entido|entir)|niegan?|neg(?:ó|aron|aba|aban|ado)|refutan?|refut(?:ó|aron|ado))(?!\p{L})/u,
    new RegExp(`(?<!\\p{L})(?:rechaz(?:an?|ó|aron|ado))(?=[^.;]{0,60}(?<!\\p{L})(?:${matters})(?!\\p{L}))`, 'u'),
    new RegExp(
      `(?<!\\p{L})(?:${matters})(?=[^.;]{0,60}(?<!\\p{L})(?:fals[oa]s?|infundad[oa]s?|mentiras?|sin fundamento|inventad[oa]s?)(?!\\p{L}))`,
      'u',
    ),
  ],
  refused:
    /^\s(?:a\s|(?:el|la|los|las|un|una)\s(?:permiso|entrada|acceso|libertad|fianza|visado|visa|asilo|amparo|paso|salida|recurso|petición|solicitud|ayuda|voto|licencia|extradición))/u,
  none: /(?<!\p{L})(?:en un primer momento|al principio|inicialmente|(?:no|ni|sin) (?:ha |han |lo |la )?(?:desmien|desmint|desment|nieg|neg|refut)|reconoc|admit|confes)/iu,
  pronounBefore:
    /(?:^|[,;“”«»"]\s?)(?:(?:pero|y)\s)?(?:él|ell[oa]s?|ella|nosotr[oa]s|yo|lo|la|los|las)\s?(?:\p{L}+\s){0,2}$/iu,
  passiveBefore: /(?<!\p{L})(?:es|son|fue|fueron|era|eran|será|ha sido|han sido)\s(?:\p{Ll}+mente\s)?$/u,
  opener: /^(?:El|La|Los|Las|Un|Una|Pero|Y|Según|En|A|Tras)$/u,
  clauseEdge: /[,;:“”«»"]\s|\s(?:pero|y|mientras que|aunque|que)\s/u,
  endOfMatter:
    /,\s(?:ha|han|según|dijo|asegura|aseguró|afirma|afirmó)(?!\p{L})|[;“”«»"]|,?\s(?:y|pero|mientras que|aunque|tras)\s/u,
  alleging:
    /(?<!\p{L})(?:acus|afirm|alega|asegur|habría|denunci|declar|presunt|supuest|rumor|según|sospech|sost(?:ien|uv)|señala)/iu,
  saying:
    /^(.*?)(?<!\p{L})(?:(?:ha|han)\s(?:declarado|dicho|afirmado|asegurado|sostenido|escrito|explicado)|dijo|dijeron|afirm(?:a|ó)|asegur(?:a|ó)|explic(?:a|ó)|declar(?:a|ó)|sostiene|sostuvo)(?!\p{L})/u,
  accusing: /(?<!\p{L})(?:acus|imput|sospech|señalan? a)/iu,
  dispute: `acusación acusaciones alegación alegaciones información informaciones rumor rumores afirmación afirmaciones
    señalamientos versión falso falsa falsas falsos infundado infundadas desmiente desmintió desmentir desmentido niega
    niegan negó negaron negado refuta refutó rechaza rechazó declaró dijo aseguró`,
};
