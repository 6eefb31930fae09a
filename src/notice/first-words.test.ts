import { expect, test } from 'vitest';
import { firstWords } from './first-words.ts';

test('cuts at a comma and says that there is more', () => {
  expect(firstWords('整治变相设立和实施许可，重点规范备案事项，分类梳理备案事项清单并向社会公布。')).toBe(
    '整治变相设立和实施许可……',
  );
});

test('cuts amid words where no comma is near, and leaves short texts whole', () => {
  expect(firstWords('依据《法律、行政法规国务院决定设定的行政许可事项清单》编制本市行政许可事项清单。')).toBe(
    '依据《法律、行政法规国务院决定设定的行政……',
  );
  expect(firstWords('公民婚育一件事。')).toBe('公民婚育一件事。');
});
