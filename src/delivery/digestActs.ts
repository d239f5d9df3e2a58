import type { Schedule } from '../schedule/schedule.ts';
import type { MessageAct } from './ports.ts';

/** What is done with a digest once it stands in its channel. */
export const digestActs = ({ crosspost }: Schedule, isAnnouncement: boolean): MessageAct[] =>
  isAnnouncement && crosspost !== 'off' ? [{ kind: 'crosspost' }] : [];
