import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { loadAuthority, loadNotices } from '../load.ts';
import { taskWith } from '../notice/fixture.ts';
import { noticeSchema, unitSchema } from './schema.ts';
import { unitData } from './task-records.ts';

// Formats need a package of their own; the dates' patterns are the import's concern.
const ajv = new Ajv2020({ validateFormats: false, strictTuples: false });
const validate = ajv.compile(noticeSchema);
const validateUnit = ajv.compile(unitSchema);

test.each(loadNotices())('describes the published data of $id', ({ notice, sections, tasks, units }) => {
  validate({ notice, sections, tasks, units });
  expect(validate.errors).toBeNull();
});

test('rejects a status that does not exist', () => {
  const [first] = loadNotices();
  const task = { ...taskWith(), lead: { ...taskWith().lead, status: 'certain' } };
  expect(validate({ notice: first?.notice, sections: [], tasks: [task], units: [] })).toBe(false);
});

test('describes the published data of every unit', () => {
  const wrong = loadAuthority().filter((unit) => !validateUnit(unitData(unit, loadNotices())));
  expect(wrong).toEqual([]);
});
