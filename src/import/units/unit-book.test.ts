import { describe, expect, test } from 'vitest';
import { newBook } from '../testing.ts';
import { placeOfBody, placesOf } from './place.ts';
import { NoticeUnits } from './unit-book.ts';

const unitsOf = (place: string | null) => new NoticeUnits(newBook(), placesOf(place), 'test');
const full = (place: string | null, ...pieces: string[]) =>
  unitsOf(place)
    .read(pieces)
    .names.map((name) => name.full);

describe('a list of units', () => {
  test.each<[string, string[], string[]]>([
    [
      'a level printed once',
      ['市发改委、财政局，自然资源局；各县（市、区）人民政府'],
      ['市发改委', '市财政局', '市自然资源局', '各县（市、区）人民政府'],
    ],
    ['an open end', ['市财政局、市人力资源社会保障局等部门'], ['市财政局', '市人力资源社会保障局']],
    ['a collective behind an open end', ['市财政局等部门及各县区人民政府'], ['市财政局', '各县区人民政府']],
    ['和 between two names', ['市教育局和市财政局'], ['市教育局', '市财政局']],
    ['和 inside names', ['市文化和旅游局、市住房和城乡建设局'], ['市文化和旅游局', '市住房和城乡建设局']],
    [
      '和 between two bureaus, one of them without its level',
      ['市住房和城乡建设局和自然资源局、教育局及财政局'],
      ['市住房和城乡建设局', '市自然资源局', '市教育局', '市财政局'],
    ],
    [
      'another name in a bracket, signs for 、, and how the work is shared',
      ['市教育局、财政局（国资办）', '市民政局\\市水利局（按职责分工负责）'],
      ['市教育局', '市财政局（国资办）', '市民政局', '市水利局'],
    ],
    ['the two bodies of each place', ['各乡镇党委和人民政府'], ['各乡镇党委和人民政府']],
    ['the members of a body', ['市食安委各成员单位、市12345热线办'], ['市食安委各成员单位', '市12345热线办']],
    ['及有关部门', ['市司法局及有关部门'], ['市司法局', '有关部门']],
    ['a collective with 、 in its name', ['各市、县（市、区）人民政府'], ['各市、县（市、区）人民政府']],
    [
      'bodies without a level',
      ['团市委、国网云江供电公司、人民银行云江市分行、云江金融监管局'],
      ['团市委', '国网云江供电公司', '人民银行云江市分行', '云江金融监管局'],
    ],
    [
      'a paragraph a name',
      ['市水利局、市应急管理局', '澜河流域管理中心'],
      ['市水利局', '市应急管理局', '澜河流域管理中心'],
    ],
    ['a name over two paragraphs', ['县卫生健', '康局'], ['县卫生健康局']],
    ['a name over two lines', ['云江市\n自然资源和规划局临溪分局'], ['云江市自然资源和规划局临溪分局']],
    ['an open end before further names', ['省商务厅等，各市州人民政府'], ['省商务厅', '各市州人民政府']],
    ['和 before a collective', ['中国证监会和地方各级人民政府'], ['中国证监会', '地方各级人民政府']],
    ['lines of a narrow column', ['市人社\n局\n市卫健\n委'], ['市人社局', '市卫健委']],
    ['an office of the body itself', ['厅公路局、规划处'], ['厅公路局', '规划处']],
    ['brackets of any form', ['各县〈市、区〉人民政府、市医保局'], ['各县〈市、区〉人民政府', '市医保局']],
    [
      'what is of each of several places',
      ['各县（市、区）教育局、财政局，市民政局、财政局'],
      ['各县（市、区）教育局', '各县（市、区）财政局', '市民政局', '市财政局'],
    ],
    [
      'what is of each of several places, where a name begins like one',
      ['各县（市、区）市场监管局、教育局，各市〈州〉乡村振兴局、财政局'],
      ['各县（市、区）市场监管局', '各县（市、区）教育局', '各市〈州〉乡村振兴局', '各市〈州〉财政局'],
    ],
    ['an open end before what is no level', ['国家数据局等部门及地方各级人民政府'], ['国家数据局', '地方各级人民政府']],
    ['collectives one behind the other', ['各乡镇、县直各单位'], ['各乡镇', '县直各单位']],
    [
      'an open end of a level',
      ['市水利局、能源局等市有关部门和各县区人民政府'],
      ['市水利局', '市能源局', '各县区人民政府'],
    ],
    ['a blank that is lost before 各', ['县林业局各乡镇'], ['县林业局', '各乡镇']],
    ['a sign of a level that a name has', ['县乡村振兴局、县直机关工委'], ['县乡村振兴局', '县直机关工委']],
    [
      'a government behind the party of its county',
      ['青岚县委、县人民政府，市委、市政府'],
      ['青岚县委', '青岚县人民政府', '市委', '市政府'],
    ],
    ['市场监管局 behind a level', ['区发改局、市场监管局'], ['区发改局', '区市场监管局']],
  ])('%s', (_, pieces, names) => {
    expect(full('云江市', ...pieces)).toEqual(names);
  });

  test('gives a bare name the level of the notice’s own place, and none where it has none', () => {
    expect(full('江州省', '农业农村厅')).toEqual(['省农业农村厅']);
    expect(full('广西壮族自治区', '财政厅')).toEqual(['自治区财政厅']);
    expect(full(null, '税务总局')).toEqual(['税务总局']);
  });

  test('says what is no name', () => {
    expect(unitsOf('云江市').read(['市财政局、以下任务均需各县落实']).unlike).toEqual(['以下任务均需各县落实']);
  });
});

describe('a unit', () => {
  test('of another place is not the site’s own, and has an address under its place', () => {
    const book = newBook();
    const units = (place: string) => new NoticeUnits(book, placesOf(place), place);
    expect(units('重庆市').resolve(['市财政局'], [1]).slugs).toEqual(['shi-cai-zheng-ju']);
    expect(units('云江市').resolve(['市财政局'], [1]).slugs).toEqual(['yun-jiang-shi.shi-cai-zheng-ju']);
    expect(units('云江市临溪区').resolve(['市财政局'], [1]).slugs).toEqual(['yun-jiang-shi.shi-cai-zheng-ju']);
  });

  test('that sounds like another has a tail, and both stay apart', () => {
    const { slugs } = unitsOf('云江市').resolve(['市水务局、市税务局'], [1]);
    expect(slugs).toEqual(['yun-jiang-shi.shi-shui-wu-ju', 'yun-jiang-shi.shi-shui-wu-ju-2']);
  });

  test('keeps the address that an earlier run gave it', () => {
    const first = newBook();
    new NoticeUnits(first, placesOf('云江市'), 'a').resolve(['市水务局、市税务局'], [1]);
    const again = newBook(first.proposed);
    const { slugs } = new NoticeUnits(again, placesOf('云江市'), 'b').resolve(['市税务局、市水务局'], [1]);
    expect(slugs).toEqual(['yun-jiang-shi.shi-shui-wu-ju-2', 'yun-jiang-shi.shi-shui-wu-ju']);
  });

  test('under a long and a short name is told as maybe one, and never made one', () => {
    const book = newBook();
    new NoticeUnits(book, placesOf('云江市'), 'a').resolve(['市发展改革委、市发改委'], [1]);
    expect(book.proposed.map(({ name, maybe }) => [name, maybe])).toEqual([
      ['市发展改革委', []],
      ['市发改委', ['市发展改革委']],
    ]);
  });
});

test.each([
  ['云江市人民政府办公室', '云江市'],
  ['云江市临溪区人民政府办公室', '云江市临溪区'],
  ['江州省人民政府办公厅', '江州省'],
  ['榆川县人民政府办公室', '榆川县'],
  ['云江市城市管理局', '云江市'],
  ['国家税务总局云江市税务局', '云江市'],
  ['中共江口区委全面依法治区委员会办公室', '江口区'],
  ['重庆市万州区人民政府', '重庆市万州区'],
  ['国务院办公厅', null],
  ['中共青岚县中医院总支部委员会', null],
  ['青岚县公立医院管理委员会', '青岚县'],
  ['金桥镇人民政府', '金桥镇'],
  ['临港经济技术开发区管理委员会', '临港经济技术开发区'],
  ['南坪县农村饮水安全工作领导小组办公室', '南坪县'],
  ['石泓县市场监督管理局', '石泓县'],
  ['石泓县城市管理局', '石泓县'],
  ['石泓县市政园林局', '石泓县'],
  ['云江市市场监督管理局', '云江市'],
  ['云江市政务服务局', '云江市'],
  ['云江市临溪区城市管理局', '云江市临溪区'],
  ['市教育局市财政局', null],
  ['云江市教育局云江市财政局', '云江市'],
])('%s is of %s', (body, place) => {
  expect(placeOfBody(body)).toBe(place);
});
