const marks = /[。！？｡!?．]+|[「『“（(]|[」』”）)]/gu;
const opens = new Set([...'「『“（(']);
/** Closes that may follow the mark directly and belong to its sentence. */
const closers = /[」』”’）)》】]*/uy;
/** "「…」と述べた": the quotation is part of the sentence around it. */
const goesOn = /^(?:と|って|などと|、|，|；|：|…)/u;
/** "“…。”她说。": so is one whose speaker is named right behind it. */
const speaker = /^[^。！？“”「」]{0,16}(?:说|道|称|表示|问|指出|告诉|写道|強調|强调|補充|补充|喊|叫|答)/u;
const reach = 40;

/** The sentences of one block of Chinese or Japanese: whole quotations stay whole. */
export function* splitUnspaced(text: string): Generator<string> {
  let start = 0;
  let depth = 0;
  /** "他说：“…。”": who speaks stands in front, so what is behind the quotation is another sentence. */
  let announced = false;
  for (const match of text.matchAll(marks)) {
    if (match.index < start) continue;
    const mark = match[0];
    if (opens.has(mark)) {
      if (depth === 0) announced = /[：:]/u.test(text.charAt(match.index - 1));
      depth++;
    } else if (/^[」』”）)]/u.test(mark)) {
      depth = Math.max(0, depth - 1);
      // A quotation that ends in a full stop and with which nothing goes on is a sentence.
      const ended = depth === 0 && /[。！？!?]/u.test(text.charAt(match.index - 1));
      const after = text.slice(match.index + 1, match.index + 1 + reach);
      if (!ended || mark === '）' || mark === ')' || goesOn.test(after)) continue;
      if (!announced && speaker.test(after)) continue;
      yield text.slice(start, match.index + 1);
      start = match.index + 1;
    } else if (depth === 0) {
      if (mark === '!' || mark === '?') {
        // Half-width marks stand in foreign names too.
        if (/^[\p{Script=Latin}\d]/u.test(text.charAt(match.index + 1))) continue;
      }
      closers.lastIndex = match.index + mark.length;
      const end = match.index + mark.length + (closers.exec(text)?.[0].length ?? 0);
      yield text.slice(start, end);
      start = end;
    }
    // A mark that is never closed must not swallow the rest.
    if (match.index - start > 600) depth = 0;
  }
  if (start < text.length) yield text.slice(start);
}
