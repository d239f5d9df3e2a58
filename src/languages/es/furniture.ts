import type { Furniture } from '../language.ts';

export const furniture: Furniture = {
  dateWords: `lunes martes miércoles jueves viernes sábado domingo publicado publicada actualizado actualizada modificado
    el la a las de del y hace h hs hrs hora horas minuto minutos ayer hoy mañana tarde noche madrid gmt`,
  stamp: 'publicad[oa]|actualizad[oa]|modificad[oa]|última actualización',
  by: 'por|texto de|texto :|escrito por|redactado por',
  credit: 'fotos?|fotografías?|imágenes|imagen|vídeo|fuente|ilustración|infografía|cr[eé]ditos?|foto de archivo',
  rights: 'todos los derechos reservados|prohibida (?:su|la) reproducción',
  promo: [
    'tiempo de lectura\\s?:?\\s?\\d{1,3}|lectura\\s?:?\\s?\\d{1,3}\\s?min',
    '\\d{1,3}[ -]min(?:utos?)?\\.? de lectura',
    'página \\d{1,3} de \\d{1,3}',
    'publicidad|anuncio|contenido patrocinado|patrocinado|sigue leyendo|continúa leyendo|leer más|ver más',
    '(?:lee|lea|leer|mira|mire|ver|vea|escucha|escuche) (?:también|además|más|la nota)|también (?:te|le) puede interesar',
    '(?:te|le|os) (?:puede|podría|recomendamos|sugerimos) ?(?:interesar)?|no te pierdas|más información|relacionad[oa]s?:',
    'compartir(?: (?:en|este))?|comparte(?: en| este)|imprimir|enviar por|comentar|copiar (?:el )?enlace|guardar',
    'suscríbe(?:te|se)|suscribirse|regístrate|regístrese|inici(?:a|ar) sesión|síguenos|síganos|seguir|descarga (?:la|nuestra)',
    'haz clic|haga clic|escucha(?:r)? (?:este|el) artículo|newsletters?|boletín|lo más (?:leído|visto)|temas? :|etiquetas?|tags?',
    'este artículo (?:fue|ha sido) publicado (?:originalmente|originariamente|por primera vez)|palabras clave',
  ],
  appeal: [
    'síguenos|síganos|suscríbe(?:te|se) (?:a|para|y|por)|regístrate (?:para|en|gratis)|recibe (?:cada|nuestr|toda|en tu|las)',
    '(?:exclusivo|reservado|solo) para suscriptores|ya (?:eres|soy) suscriptor|te quedan? [^.!?]{0,30}(?:artículos?|por leer)',
    'en tu (?:correo|bandeja de entrada|buzón)|sin permanencia|cancela cuando quieras',
    '(?:descarga|descárgate|descargue) (?:nuestra|la) [^.!?]{0,40}(?:app|aplicación)|(?:únete|unite|sumate|súmate) a (?:nuestr|la comunidad|el canal)|nuestro canal de (?:whatsapp|telegram)',
    '^para (?:seguir leyendo|continuar leyendo|leer el artículo completo|acceder a)',
    '^este (?:contenido|vídeo|video) [^.!?]{0,60}(?:bloquead|cookies|acept|disponible)',
    '^(?:apoya|apóyanos|haz una donación|hazte soci[oa])|^al (?:hacer clic|suscribirte|registrarte)[^.!?]{0,80}acept',
    '^(?:tienes|¿tienes) (?:una pista|información|algo que contar)|contáctanos|escríbenos',
  ],
  offer: 'gratis|gratuit|suscr|inscr|correo',
  reports: 'dijo|según|declaró|explicó|anunció|afirmó|aseguró|indicó|informó',
  openingNote: [
    'nota (?:del editor|de la redacción)|n\\. ?de la r\\.|advertencia|aviso|actualización|corrección|fe de err(?:ores|atas)|rectificación|aclaración',
    'est[ea] (?:artículo|nota|columna|tribuna|entrevista|análisis|texto|reportaje) (?:es|fue|ha sido|contiene|procede|se publicó)',
    'traducido (?:de|por)|traducción de|por favor,? activ|tu navegador|su navegador|artículo (?:gratuito|exclusivo)',
  ],
};
