import type { Chars } from './chars.ts';
import type { OwnedRun, OwnerKind } from './model.ts';
import { NoticeError, placeAt } from './problem.ts';
import type { Seed } from './seed.ts';

/** Books every non-space character of a seed to exactly one owner, so that nothing is lost or used twice. */
export class Ledger {
  readonly #seed: Seed;
  readonly #owners = new Map<number, { kind: OwnerKind; owner: string }>();

  constructor(seed: Seed) {
    this.#seed = seed;
  }

  /** @throws NoticeError when a character has an owner already. */
  claim(chars: Chars, kind: OwnerKind, owner: string): void {
    for (const offset of chars.at) {
      const taken = this.#owners.get(offset);
      if (taken) {
        throw new NoticeError(
          `a character is read twice: as ${taken.owner} and as ${owner}`,
          'This is a defect of the import; report it with the notice.',
          placeAt(this.#seed, offset),
        );
      }
      this.#owners.set(offset, { kind, owner });
    }
  }

  /**
   * Closes the account.
   * @returns how many characters each kind of owner holds, and the runs line by line
   * @throws NoticeError when a non-space character belongs to nothing
   */
  close(): { characters: Record<OwnerKind | 'total', number>; runs: OwnedRun[] } {
    const characters = { total: 0, metadata: 0, heading: 0, clause: 0, cell: 0, discarded: 0 };
    const runs: OwnedRun[] = [];
    for (const [offset, char] of [...this.#seed.text].entries()) {
      if (/\s/.test(char)) continue;
      const booked = this.#owners.get(offset);
      if (!booked) {
        throw new NoticeError(
          'this text belongs to no part of the notice',
          'Every character must be accounted for. Compare the lines around it with the notice as issued; a line may be misplaced or doubled.',
          placeAt(this.#seed, offset),
        );
      }
      characters.total++;
      characters[booked.kind]++;
      const line = this.#seed.lineOf(offset);
      const column = offset - this.#seed.lineStart(line) + 1;
      const last = runs.at(-1);
      if (last && last.line === line && last.kind === booked.kind && last.owner === booked.owner) {
        last.to = column;
      } else {
        runs.push({ line, from: column, to: column, ...booked });
      }
    }
    return { characters, runs };
  }
}
