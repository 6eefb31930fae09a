import { expect, test } from 'vitest';
import { dutiesOf } from './duties.ts';
import { printed, taskWith, unitWith } from './fixture.ts';

const hechuan = unitWith({ slug: 'he-chuan', name: '合川区政府', kind: '区县政府' });
const yunyang = unitWith({ slug: 'yun-yang', name: '云阳县政府', kind: '区县政府' });
const every = unitWith({ slug: 'ge', name: '各区县政府', kind: '集合称谓', covers: { kind: '区县政府', all: true } });
const someDistricts = unitWith({
  slug: 'you-guan-qu',
  name: '有关区政府',
  kind: '集合称谓',
  covers: { kind: '区县政府', all: false, suffix: '区政府' },
});
const authority = [someDistricts, every, hechuan, yunyang];

test('keeps what a unit leads, supports and gets through collectives apart', () => {
  const own = taskWith({ id: '1-1', lead: printed('合川区政府', ['he-chuan']) });
  const helped = taskWith({ id: '1-2', support: printed('合川区政府', ['he-chuan']) });
  const shared = taskWith({ id: '1-3', support: printed('各区县政府', ['ge']) });
  const duties = dutiesOf(hechuan, [own, helped, shared], authority);
  expect(duties).toEqual({
    leads: [own],
    supports: [helped],
    answersFor: [],
    through: [{ collective: every, all: true, duties: [{ task: shared, role: 'support' }] }],
    open: [],
    maybeThrough: [],
  });
});

test('says of 有关区政府 that it may mean a district, and never a county', () => {
  const task = taskWith({ lead: printed('有关区政府', ['you-guan-qu']) });
  expect(dutiesOf(hechuan, [task], authority).through).toEqual([
    { collective: someDistricts, all: false, duties: [{ task, role: 'lead' }] },
  ]);
  expect(dutiesOf(yunyang, [task], authority).through).toEqual([]);
});

test('lists an open cell under its candidates and never as a duty', () => {
  const task = taskWith({
    support: { status: 'open', text: null, candidates: ['合川区政府'], candidateUnits: [['he-chuan']], lines: [9] },
  });
  expect(dutiesOf(hechuan, [task], authority)).toEqual({
    leads: [],
    supports: [],
    answersFor: [],
    through: [],
    open: [{ task, role: 'support' }],
    maybeThrough: [],
  });
});

test('lists open cells that may name a collective, and only under collectives that cover the unit', () => {
  const open = taskWith({
    support: {
      status: 'open',
      text: null,
      candidates: ['有关区政府', '各区县政府'],
      candidateUnits: [['you-guan-qu'], ['ge']],
      lines: [],
    },
  });
  const settled = taskWith({ id: '1-2', support: printed('各区县政府', ['ge']) });
  const duties = [{ task: open, role: 'support' }];
  expect(dutiesOf(yunyang, [open, settled], authority).maybeThrough).toEqual([
    { collective: every, all: true, duties },
  ]);
  expect(dutiesOf(hechuan, [open, settled], authority).maybeThrough).toEqual([
    { collective: every, all: true, duties },
    { collective: someDistricts, all: false, duties },
  ]);
});
