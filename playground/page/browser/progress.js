import { byId } from './dom.js';
import { now, timeText } from './time.js';

/** @import { Progress } from '../protocol.ts' */

/** Shows the moving clock and what it has brought while the playground skips. @param {Progress} progress */
export function drawProgress(progress) {
  const box = byId('skip', HTMLElement);
  const isSkipping = progress.phase === 'skipping';
  box.hidden = !isSkipping;
  document.body.classList.toggle('skipping', isSkipping);
  if (!isSkipping) return;
  byId('skip-clock', HTMLElement).textContent = timeText(now(), 'clock');
  byId('skip-items', HTMLElement).textContent = String(progress.items);
  byId('skip-stories', HTMLElement).textContent = String(progress.stories);
  byId('skip-digests', HTMLElement).textContent = String(progress.digests);
  byId('skip-word', HTMLElement).textContent = progress.digests === 1 ? 'digest' : 'digests';
}
