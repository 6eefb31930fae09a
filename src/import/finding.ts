import { NoticeError, type Place } from '../notice/problem.ts';
import type { SourceText } from './document.ts';

/** How much a finding weighs: an error refuses the notice, a warning asks a person to look, a note only tells. */
export type Weight = 'error' | 'warning' | 'note';

/** Something that a run found in a notice. */
export interface Finding {
  weight: Weight;
  /** What happened. */
  message: string;
  /** What to do. */
  hint: string;
  place?: Place | undefined;
}

/** Gathers the findings of one run, so that a person gets all of them at once. */
export class Findings {
  readonly all: Finding[] = [];

  #add(weight: Weight, message: string, hint: string, place?: Place): void {
    this.all.push({ weight, message, hint, place });
  }

  error(message: string, hint: string, place?: Place): void {
    this.#add('error', message, hint, place);
  }

  warn(message: string, hint: string, place?: Place): void {
    this.#add('warning', message, hint, place);
  }

  note(message: string, hint: string, place?: Place): void {
    this.#add('note', message, hint, place);
  }

  /** Takes over what a step of the import threw. @throws whatever is no NoticeError */
  caught(error: unknown): void {
    if (!(error instanceof NoticeError)) throw error;
    this.#add('error', error.message, error.hint, error.place);
  }

  /** Names file and line of that file where a place counts the lines of all files together. */
  locate({ seed, files }: SourceText): void {
    for (const finding of this.all) {
      const { place } = finding;
      if (place?.file !== seed.file) continue;
      const file = files.find(({ lines: [from, to] }) => place.line >= from && place.line <= to);
      if (file && file !== files[0])
        finding.place = { ...place, file: file.name, line: place.line - file.lines[0] + 1 };
    }
  }

  /** Whether the notice cannot be taken. */
  get refused(): boolean {
    return this.all.some(({ weight }) => weight === 'error');
  }
}

/** A finding as the command line prints it, in the form of {@link NoticeError.format}. */
export function formatFinding({ weight, message, hint, place }: Finding): string {
  return new NoticeError(message, hint, place).format().replace(/^error/u, weight);
}
