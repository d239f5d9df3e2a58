import { list } from '../words.ts';

export const stopWords = list(`
  a acá ademas además ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambos ante anterior antes
  año años apenas aquel aquella aquellas aquellos aquí así aun aún aunque ayer bajo bastante bien cada casi cierta
  ciertas cierto ciertos como cómo con contra cosa cosas cual cuál cuales cualquier cualquiera cuando cuándo cuanto
  cuánto cuatro da dado dan dar de debe deben debía decir dejar del demás dentro desde después día días dice dicen dicho
  dieron dijeron dijo dio donde dónde dos durante e el él ella ellas ello ellos embargo en entonces entre era eran eres
  es esa esas ese eso esos esta está estaba estaban están estar estará estas este esto estos estoy estuvo etcétera
  fin forma fue fuera fueron fui gran ha haber había habían habrá hace hacen hacer hacia haciendo han hará hasta hay
  haya he hecho hemos hicieron hizo hoy hubo igual incluso la las le les lo los luego mañana mas más mayor me mediante
  mejor menos mes meses mi mí mientras mío mis mismo misma mismas mismos momento mucha muchas mucho muchos muy nada nadie
  ni ningún ninguna ninguno no nos nosotras nosotros nuestra nuestras nuestro nuestros nueva nuevas nuevo nuevos nunca o
  os otra otras otro otros para parece parte pasado pero poco pocos poder podrá podría pone poner por porque posible
  primer primera primero primeros propia propio próximo próxima próximos pudo pueda puede pueden pues qué que quedó
  quien quién quienes quiere realizar saber se sea sean segundo según seis semana semanas ser será serán sería si sí sido
  siempre siendo siete sigue siguiente sin sino sobre sola solamente solo sólo son su sus suya suyo tal también tampoco
  tan tanto te tendrá tenemos tener tenía tercera tercero ti tiempo tiene tienen toda todas todavía todo todos total tras
  tres tu tú tus tuvo última últimas último últimos u un una unas uno unos usted ustedes va vamos van varias varios veces
  ver vez y ya yo
  lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
  setiembre octubre noviembre diciembre
`);
