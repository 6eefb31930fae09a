import type { OwnedRun, OwnerKind } from '../notice/model.ts';
import { NoticeError, placeAt } from '../notice/problem.ts';
import type { Seed } from './seed.ts';
import type { Chars } from './text/chars.ts';

/** Whether an offset is amid a character outside the BMP. */
const isSecondHalf = (text: string, offset: number) => (text.codePointAt(offset - 1) ?? 0) > 0xffff;

/** Books every non-space character of a seed to exactly one owner, so that nothing is lost or used twice. */
export class Ledger {
  readonly #seed: Seed;
  /** The owner of each offset of the seed. */
  readonly #owners: ({ kind: OwnerKind; owner: string } | undefined)[];

  constructor(seed: Seed) {
    this.#seed = seed;
    this.#owners = new Array(seed.text.length);
  }

  /** @throws NoticeError when a character has an owner already. */
  claim(chars: Chars, kind: OwnerKind, owner: string): void {
    const booking = { kind, owner };
    for (const offset of chars.at) {
      const taken = this.#owners[offset];
      if (taken) {
        throw new NoticeError(
          `a character is read twice: as ${taken.owner} and as ${owner}`,
          'This is a defect of the import; report it with the notice.',
          placeAt(this.#seed, offset),
        );
      }
      this.#owners[offset] = booking;
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
    const { text } = this.#seed;
    for (let offset = 0; offset < text.length; offset++) {
      if (/\s/.test(text[offset] ?? '')) continue;
      const booked = this.#owners[offset];
      if (!booked) {
        throw new NoticeError(
          'this text belongs to no part of the notice',
          'Every character must be accounted for. Compare the lines around it with the notice as issued; a line may be misplaced or doubled.',
          placeAt(this.#seed, offset),
        );
      }
      if (!isSecondHalf(text, offset)) {
        characters.total++;
        characters[booked.kind]++;
      }
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
