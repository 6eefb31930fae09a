import { expect, test } from 'vitest';
import { cellPieces } from './cell-pieces.ts';

test('links each name of an elliptical list and keeps the text as printed', () => {
  expect(cellPieces('市民政局，涪陵区、璧山区政府', ['min-zheng', 'fu-ling', 'bi-shan'])).toEqual([
    { text: '市民政局', unit: 'min-zheng' },
    { text: '，' },
    { text: '涪陵区', unit: 'fu-ling' },
    { text: '、' },
    { text: '璧山区政府', unit: 'bi-shan' },
  ]);
});

test('links the example and the collective of 等有关', () => {
  expect(cellPieces('綦江区政府等有关区县政府', ['qi-jiang', 'you-guan'])).toEqual([
    { text: '綦江区政府', unit: 'qi-jiang' },
    { text: '等' },
    { text: '有关区县政府', unit: 'you-guan' },
  ]);
});

test('leaves the text whole when names and units do not pair', () => {
  expect(cellPieces('市民政局、市民政局', ['min-zheng'])).toEqual([{ text: '市民政局、市民政局' }]);
  expect(cellPieces('——', [])).toEqual([{ text: '——' }]);
});
