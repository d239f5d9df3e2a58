import { either } from '../words.ts';

/** Verbs in -ar by their stems: "afirma", "afirmaba", "afirmó", "afirmado". */
const stems = either(`
  aclar acus admir advers afirm agreg alert aleg anunci apostill apunt argument arremet asegur asever avanz avis bram
  busc clam coment confes confi confirm consider constat contest cont critic cuestion declar denunci desmient destac
  detall enfatiz enfad enumer estim evalu exclam explic expres expon felicit grit hall incid indic inform insist ironiz
  lament manifest matiz not observ opin ordena plante precis pregunt proclam pronostic puntualiz ratific razon recalc
  rechaz reclam record recuerd reflexion reivindic relat remarc repar replic reproch reseñ resalt respald revel sentenci
  señal solicit subray sum suspir susurr tuite valor zanj narr abund
`);
const irregular = either(`
  dice dicen decía dijo dijeron añade añaden añadía añadió añadieron advierte advertía advirtió advirtieron cree cuenta
  cuentan responde respondía respondió respondieron sostiene sostenía sostuvo sostuvieron reconoce reconocía reconoció
  reconocieron admite admitía admitió admitieron insiste insistía insistió insistieron concluye concluyó prosigue
  prosiguió promete prometió repite repitió escribe escribió pide pedía pidió pidieron recuerda recuerdan exige exigió
  defiende defendía defendió defendieron reitera reiteró refiere refirió expone expuso propone propuso predice predijo
  desmiente desmintió sugiere sugirió agradece agradeció confiesa aprecia asiente asintió bromea bromeó plantea planteó
  lee leyó subrayó
`);
const participles = either(`
  dicho añadido advertido respondido sostenido reconocido admitido insistido concluido prometido escrito pedido defendido
  expuesto propuesto repetido exigido agradecido
`);

/** Pattern source of a finite verb that introduces or follows a quotation, without its auxiliary. */
export const speechVerb = `(?:${stems})(?:a|an|aba|aban|ó|aron|e|en)|${irregular}`;
/** Pattern source of its participles, which follow "ha". */
export const speechParticiple = `(?:${stems})ado|${participles}`;
