import type { NoticeError } from '../notice/problem.ts';

/**
 * A bound on the work that one part of the import may do, so that the import of any text ends within
 * seconds. A step is about a hundredth of a microsecond to a microsecond, as its user says.
 */
export class Effort {
  #left: number;
  readonly #problem: () => NoticeError;

  /** @param problem what to say when the bound is met */
  constructor(steps: number, problem: () => NoticeError) {
    this.#left = steps;
    this.#problem = problem;
  }

  /** @throws NoticeError when there were more steps than the bound allows */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw this.#problem();
  }
}
