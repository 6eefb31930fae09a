import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NoticeError } from '../../notice/problem.ts';
import { docx, paragraph } from '../official/document-testing.ts';
import { LIMITS, readArchive } from './archive.ts';
import { readFile } from './read-file.ts';

const plain = () => docx(paragraph('正文'));
const workbook = (parts: Zippable = {}) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'), ...parts });

/** The error that a file ends with, as the command line prints it. */
function failureOf(bytes: Uint8Array): string {
  try {
    readArchive('通知.docx', bytes);
  } catch (error) {
    if (error instanceof NoticeError) return error.format();
    throw error;
  }
  throw new Error('the file was taken');
}

/** A copy of an archive with a field of one entry's central record changed. */
function changed(bytes: Uint8Array, name: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) === name) change(view, at);
  }
  return copy;
}

const ole = (name: string) => {
  const bytes = new Uint8Array(512);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
  for (const [index, char] of [...name].entries()) bytes[64 + 2 * index] = char.charCodeAt(0);
  return bytes;
};

test('unpacks the XML parts and leaves pictures packed', () => {
  const bytes = docx(paragraph('正文'), { 'word/media/image1.png': new Uint8Array(100) });
  expect([...readArchive('通知.docx', bytes).keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
  ]);
});

test('refuses a bomb by what it announces, before it unpacks anything', () => {
  const picture = docx('', { 'word/media/image1.png': new Uint8Array(1000) });
  const announced = changed(picture, 'word/media/image1.png', (view, at) =>
    view.setUint32(at + 24, LIMITS.inflated, true),
  );
  expect(failureOf(announced)).toMatch(
    /^error: 通知.docx is no ordinary document: it would unpack to 5\d{7} bytes, more than 50000000\n {2}help: Do not open it/,
  );
  const xml = docx('', { 'word/styles.xml': new Uint8Array(LIMITS.xml) });
  expect(xml.length).toBeLessThan(LIMITS.xml / 500);
  expect(failureOf(xml)).toMatch(/it would unpack to 600\d{4} bytes of XML, more than 6000000/);
});

test('refuses a bomb that announces little, as soon as it unpacks to more', () => {
  const bomb = docx('', { 'word/styles.xml': new Uint8Array(LIMITS.xml) });
  const lying = changed(bomb, 'word/styles.xml', (view, at) => view.setUint32(at + 24, 1000, true));
  expect(failureOf(lying)).toContain('its part word/styles.xml unpacks to more than the 1000 bytes it announces');
});

test('refuses parts that share their bytes to unpack to more than they are', () => {
  const twice = docx('', { 'word/a.xml': new Uint8Array(LIMITS.xml - 10_000), 'word/b.xml': new Uint8Array(0) });
  let first = { at: 0, packed: 0, inflated: 0 };
  changed(twice, 'word/a.xml', (view, at) => {
    first = {
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
    };
  });
  const shared = changed(twice, 'word/b.xml', (view, at) => {
    view.setUint32(at + 42, first.at, true);
    view.setUint32(at + 20, first.packed, true);
    view.setUint32(at + 24, first.inflated, true);
  });
  expect(failureOf(shared)).toContain('bytes of XML, more than 6000000');
});

test('refuses too many parts, and a file too large', () => {
  const parts = Object.fromEntries(
    Array.from({ length: LIMITS.entries + 1 }, (_, index) => [`word/${index}.xml`, new Uint8Array()]),
  );
  expect(failureOf(zipSync(parts))).toContain('it holds 1001 parts, more than 1000');
  expect(failureOf(new Uint8Array(LIMITS.bytes + 1))).toContain('it holds 10000001 bytes, more than 10000000');
});

test('refuses a locked document, in either container, and the old format', () => {
  const locked = changed(plain(), 'word/document.xml', (view, at) => view.setUint16(at + 8, 1, true));
  for (const bytes of [locked, ole('EncryptedPackage')]) {
    expect(failureOf(bytes)).toBe(
      'error: 通知.docx is locked with a password\n  help: Save it in Word or WPS without a password, as .docx.',
    );
  }
  expect(failureOf(ole('WordDocument'))).toContain(
    'is in the old format of Word (.doc)\n  help: Open it in Word or WPS, and save it as .docx.',
  );
});

test('refuses a document that is cut off, or changed on its way', () => {
  const whole = docx(paragraph('正文'.repeat(1000)));
  expect(failureOf(whole.subarray(0, whole.length - 100))).toContain('is damaged: it has no list of its parts');
  const flipped = zipSync({ 'word/document.xml': [strToU8('<w:document/>'), { level: 0 }] });
  const at = 30 + 'word/document.xml'.length;
  flipped[at] = 0;
  expect(failureOf(flipped)).toContain('its part word/document.xml is not what was packed');
  const elsewhere = changed(whole, 'word/document.xml', (view, offset) => view.setUint32(offset + 42, 5, true));
  expect(failureOf(elsewhere)).toContain('its part word/document.xml is not where it should be');
});

test('any byte may be wrong: the file is refused, or its words are whole, or missing under a name that broke', () => {
  const whole = plain();
  const words = readArchive('通知.docx', whole).get('word/document.xml');
  const outcomes = { refused: 0, unnamed: 0, whole: 0, changed: 0 };
  for (let at = 0; at < whole.length; at++) {
    const broken = whole.slice();
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    let read: Uint8Array | undefined;
    try {
      read = readArchive('通知.docx', broken).get('word/document.xml');
    } catch (error) {
      expect(error).toBeInstanceOf(NoticeError);
      outcomes.refused++;
      continue;
    }
    if (read === undefined) outcomes.unnamed++;
    else if (Buffer.from(read).equals(Buffer.from(words ?? []))) outcomes.whole++;
    else outcomes.changed++;
  }
  expect(outcomes.changed).toBe(0);
  expect(outcomes.unnamed).toBeLessThanOrEqual(2 * 'word/document.xml'.length);
  expect(outcomes.refused).toBeGreaterThan(outcomes.whole);
});

test('a file that is named for another kind than its bytes is refused, with what it is', async () => {
  const page = strToU8('\ufeff<!DOCTYPE html><html><p>石泓县人民政府关于修路的通知</p></html>');
  const files: [string, Uint8Array, string][] = [
    ['通知.pdf', plain(), 'those of a .docx'],
    ['通知.txt', plain(), 'those of a .docx'],
    ['通知.docx', workbook(), 'those of a .xlsx'],
    ['附件.xlsx', ole('WordDocument'), 'those of a .doc'],
    ['通知.docx', page, 'those of a .html'],
    ['通知.html', strToU8('%PDF-1.7'), 'those of a .pdf'],
    ['附件.xlsx', strToU8('\ufeff序号,任务,责任单位\n1,修路,县交通运输局\n'), 'those of a .csv'],
    ['通知.pdf', strToU8('石泓县人民政府关于修路的通知\n现通知如下。\n'), 'those of a .txt'],
    ['通知.docx', new Uint8Array(), 'is empty'],
  ];
  for (const [name, bytes, kind] of files) await expect(readFile(name, bytes), name).rejects.toThrow(kind);
  // A workbook that holds a document is a workbook; this one only lacks its sheets.
  const both = workbook({ 'xl/embeddings/附件.docx': [plain(), { level: 0 }] });
  await expect(readFile('附件.xlsx', both)).rejects.not.toThrow('those of');
  await expect(readFile('通知.htm', page)).resolves.toHaveProperty('lines', ['石泓县人民政府关于修路的通知']);
});

test('refuses what is no Word document', () => {
  for (const bytes of [workbook(), strToU8('%PDF-1.7'), new Uint8Array()]) {
    expect(failureOf(bytes)).toContain('通知.docx is not a Word document');
  }
});
