export function broughtNode(): { path: string; isRecorded: boolean } | undefined;
export function runsBroughtNode(): boolean;
export function refusal(path: string): string;
