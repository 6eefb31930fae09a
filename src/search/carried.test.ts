import { expect, test } from 'vitest';
import { printed, taskWith } from '../notice/fixture.ts';
import { arrived, arrivedIndex, carried, carriedIndex } from './carried.ts';
import { arrivedSounds, carriedSounds, commonLetters } from './carried-sounds.ts';
import { library, notice } from './fixture.ts';
import { slim } from './index/slim.ts';
import { soundsOf } from './index/sounds.ts';
import type { Searchable } from './model.ts';
import { createSpell } from './spelling.ts';

const { index } = library;
const either = { candidates: ['涪陵区政府', '他处'], candidateUnits: [['fu-ling-qu-zheng-fu'], ['ta-chu']] };
const there = (sent: Searchable): Searchable => arrived(JSON.parse(JSON.stringify(carried(sent))), index.units);

test('a notice arrives as it was sent, in whatever order its tasks stand', () => {
  const plain = slim(notice);
  expect(there(plain)).toEqual(plain);
  const mixed = slim({
    ...notice,
    tasks: [
      taskWith({ id: '2-1', section: 2, responsible: printed('涪陵区政府', ['fu-ling-qu-zheng-fu']) }),
      taskWith({ id: '9-1', section: 9 }),
      taskWith({ id: '1-1', lead: { status: 'open', text: null, lines: [1], ...either } }),
    ],
  });
  expect(there(mixed)).toEqual(mixed);
  expect(there({ ...mixed, tasks: [] })).toEqual({ ...mixed, tasks: [] });
});

test('sounds arrive as they were sent', () => {
  const sounds = soundsOf(['重庆市丰都县重点', '瓣褚', ...commonLetters()]);
  const letters = [...commonLetters(), '瓣褚', '重庆丰都'].join('');
  expect(createSpell(arrivedSounds(carriedSounds(sounds, letters)))(letters)).toEqual(createSpell(sounds)(letters));
});

test('the small index arrives as it was sent', () => {
  expect(arrivedIndex(JSON.parse(JSON.stringify(carriedIndex(index))))).toEqual(index);
});
