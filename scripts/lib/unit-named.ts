import { Authority } from '../../src/import/units/resolve.ts';
import { loadNotices } from '../../src/load.ts';
import type { UnitEntry } from '../../src/notice/model.ts';
import { NoticeError } from '../../src/notice/problem.ts';
import { createFold } from '../../src/search/fold.ts';
import { answersOf } from '../../src/search/index/answers.ts';
import { readingsOf } from '../../src/search/index/readings.ts';
import { simplifiedPairs } from '../../src/search/index/simplified.ts';
import { soundsOf } from '../../src/search/index/sounds.ts';
import { createSpell, plainPinyin } from '../../src/search/spelling.ts';
import { createUnitNames } from '../../src/search/unit-names.ts';
import { createUnitSounds } from '../../src/search/unit-sounds.ts';

/** The known names that have most in common with one that is not known, in words. */
function nearest(name: string, authority: readonly UnitEntry[]): string {
  const near = new Authority([...authority])
    .nearest(name)
    .filter((known) => [...known].some((each) => name.includes(each)));
  return near.length > 0 ? `The nearest names: ${near.join('、')}.` : 'All names stand in seeds/units.yaml.';
}

/**
 * A unit by whatever the search knows it by: its name, a short or former name, pinyin, initials; or by its slug.
 *
 * @throws NoticeError with the nearest names for one that nobody knows, with all units for one that several have had
 */
export function unitNamed(said: string, authority: readonly UnitEntry[]): UnitEntry {
  const name = said.trim();
  const own = authority.find((unit) => unit.name === name || unit.slug === name);
  if (own) return own;
  const fold = createFold(simplifiedPairs(authority.flatMap((unit) => [unit.name, ...unit.aliases]).join('')));
  const { units } = answersOf(loadNotices(), authority, '');
  const spelled = plainPinyin(name);
  const sounds = createUnitSounds(
    units,
    createSpell(
      soundsOf(
        units.flatMap((unit) => [unit.name, ...unit.aliases]),
        readingsOf(authority),
      ),
    ),
    fold,
  );
  const byName = createUnitNames(units, fold).called(fold(name).text);
  const bySound = spelled ? sounds.exactly(spelled.letters, spelled.spaced) : [];
  const called = (byName.length > 0 ? byName : bySound).flatMap(
    ({ slug }) => authority.find((unit) => unit.slug === slug) ?? [],
  );
  const [found, ...others] = called;
  if (!found) throw new NoticeError(`no unit is called “${name}”`, nearest(name, authority));
  if (others.length > 0) {
    const names = called.map((unit) => unit.name).join('、');
    throw new NoticeError(`“${name}” may be ${called.length} units`, `Name one of them: ${names}.`);
  }
  return found;
}
