import { readFileSync } from 'node:fs';
import { DockerfileParser, type From, type Instruction, ModifiableInstruction } from 'dockerfile-ast';

const file = DockerfileParser.parse(readFileSync(new URL('../../Containerfile', import.meta.url), 'utf8'));

export interface Stage {
  from: From;
  steps: Instruction[];
}

/** The ARGs before the first stage, as names with values. */
export const initialArgs = Object.fromEntries(
  file.getInitialARGs().map((arg) => [arg.getProperty()?.getName() ?? '', arg.getProperty()?.getValue() ?? '']),
);

export const stages: readonly Stage[] = file.getFROMs().map((from, nth, all) => {
  const line = from.getRange().start.line;
  const end = all[nth + 1]?.getRange().start.line ?? Number.POSITIVE_INFINITY;
  const steps = file.getInstructions().filter((step) => {
    const at = step.getRange().start.line;
    return at > line && at < end;
  });
  return { from, steps };
});

/** The final stage, which becomes the image. */
export const image = stages.at(-1) ?? { from: file.getFROMs()[0] as From, steps: [] };

export const textOf = (step: Instruction) => step.getArgumentsContent() ?? '';

/** The image's instructions with a keyword. */
export const stepsOf = (keyword: string) => image.steps.filter((step) => step.getKeyword() === keyword);

/** The arguments of these instructions, without their flags. */
export const said = (keyword: string) => stepsOf(keyword).map(textOf);

export const flagsOf = (step: Instruction | undefined): Record<string, string | null> =>
  step instanceof ModifiableInstruction
    ? Object.fromEntries(step.getFlags().map((flag) => [flag.getName(), flag.getValue()]))
    : {};

/** The `NAME=value` pairs of all instructions with a keyword. */
export function pairs(keyword: 'ENV' | 'LABEL'): Record<string, string> {
  const found = [
    ...said(keyword)
      .join(' ')
      .matchAll(/([\w.]+)=("[^"]*"|\S+)/g),
  ];
  return Object.fromEntries(found.map(([, name, value = '']) => [name, value.replace(/^"|"$/g, '')]));
}

/** The arguments of a command in the exec form, which needs no shell as process 1. */
export const wordsIn = (text: string): string[] => JSON.parse(/\[.*\]$/.exec(text)?.[0] ?? '[]');
