import type { Years } from './filters.ts';
import type { Fold } from './fold.ts';
import type { Heard } from './hearing.ts';
import type { Holders, HoldersAsked } from './holders.ts';
import type { Lexicon } from './lexicon.ts';
import type { Matcher } from './match.ts';
import type { AnswerIndex, Filters, NoticeLine, Synonym, UnitAnswer } from './model.ts';
import type { Book } from './opened-notice.ts';
import type { Want } from './plan.ts';

/** What everyday words tell beside the small index. */
export interface Learned {
  everyday: readonly Synonym[];
  lexicon: Lexicon;
  units: readonly UnitAnswer[];
}

/** A library in use: what has been fetched and opened of it, each thing once. */
export interface Desk {
  index: AnswerIndex;
  fold: Fold;
  matcher: Matcher;
  years: Years;
  open(id: string): Promise<Book>;
  isOpen(id: string): boolean;
  /** The notices among some that may answer every want. */
  holders(notices: readonly NoticeLine[], wants: readonly Want[], asked: HoldersAsked): Promise<Holders>;
  know(): Promise<Learned>;
  /** The same with the units that no notice names. */
  knowAll(): Promise<Learned>;
  hear(): Promise<Heard>;
  /** The notices that filters leave, newest first. */
  scope(filters: Filters): readonly NoticeLine[];
}
