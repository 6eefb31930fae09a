import type { Kinds } from './kinds.ts';

/** What a list of units stands in. */
export interface NameContext {
  kinds: Kinds;
  /** The level sign of the notice's own units; empty where they have none. */
  ownLevel: string;
  /** Place names without their level, such as 江州: a name that begins with one is whole. */
  stems: string[];
  /** Whether a name is known as it stands. */
  knows: (name: string) => boolean;
  /** Whether a name is known, or the notice prints it in full elsewhere. */
  isNamed: (name: string) => boolean;
}
