import type { UnitKind } from '../notice/model.ts';

export const CITY = ['重庆市', '重庆', '市'];
export const ENDINGS: Partial<Record<UnitKind, string[]>> = {
  区县政府: ['人民政府', '政府'],
  开发区管委会: ['管理委员会', '管委会'],
};

/**
 * A name with what often goes with it left out, itself first: 重庆市涪陵区人民政府 is 涪陵区.
 *
 * @param kind of unit whose ending may go; a district's is not a development zone's
 */
export function bareForms(name: string, kind: UnitKind): string[] {
  const heads = [name, ...CITY.filter((city) => name.startsWith(city)).map((city) => name.slice(city.length))];
  const endings = ENDINGS[kind] ?? [];
  const bare = heads.flatMap((head) => [
    head,
    ...endings.filter((ending) => head.endsWith(ending)).map((ending) => head.slice(0, -ending.length)),
  ]);
  return [...new Set(bare)].filter((form) => form.length > 1);
}

/** 发展改革委 is 发展改革委员会. */
export const COMMISSION = { short: '委', rest: '员会' };
const shortened = (name: string) =>
  name.endsWith(COMMISSION.short + COMMISSION.rest) ? name.slice(0, -COMMISSION.rest.length) : name;

/** Of a unit that has no tasks to find only names are kept that people type. */
const TYPED = 4;

/**
 * The aliases that have to be kept, for every alias to be led back to one of them or to what is left of the name
 * without what often goes with it.
 *
 * @param named whether a notice names the unit
 */
export function neededAliases(name: string, all: readonly string[], kind: UnitKind, named: boolean): string[] {
  const own = bareForms(name, kind);
  const aliases = named ? all : all.filter(({ length }) => length <= TYPED);
  const kept: string[] = [];
  for (const alias of [...aliases].sort((a, b) => a.length - b.length)) {
    const forms = [alias, shortened(alias)].flatMap((each) => bareForms(each, kind));
    if (!forms.some((form) => own.includes(form) || kept.includes(form))) kept.push(alias);
  }
  return kept;
}
