/** Where a notice was issued: its own place first, then those above it. */
export interface Places {
  /** 云江市临溪区; null for a body of the state. */
  own: string | null;
  /** 云江市临溪区, 云江市 … as far as the names tell. */
  chain: string[];
  /** The level sign of its own units: 区. */
  level: string;
  /** Names without their level: 临溪, 云江. */
  stems: string[];
}

/** No place is called after a body: 市教育局市财政局 are two names that have run together. */
const HAN = '(?:(?![局厅委办])\\p{Script=Han})';
const PROVINCE = `(?:${HAN}{2,6}?(?:省|自治区|特别行政区))`;
/** 市 begins a bureau's own name: 柳溪县市场监督管理局 is of a county. */
const OWN = '(?!场|容|政(?:园林|工程|设施|公用|管理|建设))';
const CITY = `(?:(?!人民|国家|国务院|中共|中国)(?:(?![省县旗])${HAN}){2,9}?(?:自治州|地区|盟|市${OWN}))`;
const COUNTY = `(?:(?!人民|城市|市区|[社园灌库景牧矿]区|风景|自然)${HAN}{1,9}?(?:自治县|自治旗|林区|新区|区|县|旗|市${OWN}))`;
const BODY =
  '(?=人民政府|政府|人大|政协|党委|委员会|管理委员会|管委会|人民代表|人民法院|人民检察院|行政公署|办公室|办公厅|[\\p{Script=Han}]{2,24}(?:局|委|厅|办|部|会|中心|支队|公司|小组|指挥部|办公室|办公厅)$|市委|县委|区委|委)';
const TOWN = '(?:[\\p{Script=Han}]{1,6}?(?:镇|乡|街道|苏木))(?=人民政府|办事处|党委|党工委)';
const PLACE = new RegExp(
  `^(?:中共)?(?:国家税务总局)?(${PROVINCE})?(${CITY})?(${COUNTY}${BODY}|${COUNTY}(?=${TOWN}))?(${TOWN})?`,
  'u',
);

/** The parts of a place's name, the widest first: 重庆市万州区 is 重庆市, 重庆市万州区. */
function partsOf(place: string): string[] {
  const match = PLACE.exec(`${place}人民政府`);
  const parts = match?.slice(1).filter((part) => part !== undefined) ?? [];
  return parts.length > 0 ? parts.map((_, index) => parts.slice(0, index + 1).join('')) : [place];
}

/** A school, a hospital or a firm, and the party in it: their offices are none of the place. */
const OWN_OFFICES =
  /(?:医院|大学|学院|学校|中学|小学|公司|集团)(?:党委|党总支|总支部?|党?支部|总支部委员会|支部委员会|委员会)$/u;

/** The place that a body's name begins with: 云江市临溪区人民政府办公室 is of 云江市临溪区. */
export function placeOfBody(body: string): string | null {
  if (OWN_OFFICES.test(body)) return null;
  const [, ...parts] = PLACE.exec(body) ?? [];
  return parts.filter((part) => part !== undefined).join('') || null;
}

/** A 开发区 is no 区: its units are named without a sign. */
const levelSign = (place: string) =>
  /(自治区|省|市|(?<!开发|高新|经开|新|园|保税)区|县|州|盟|旗)$/u.exec(place)?.[1] ?? '';

/** The places of a notice, from its own. */
export function placesOf(own: string | null): Places {
  if (own === null) return { own, chain: [], level: '', stems: [] };
  const chain = partsOf(own).reverse();
  const lasts = chain.map((place, index) => place.slice((chain[index + 1] ?? '').length));
  return {
    own,
    chain,
    level: levelSign(own),
    stems: lasts
      .map((last) => last.replace(/(?:自治区|自治州|自治县|地区|省|市|区|县|州|盟|旗)$/u, ''))
      .filter((stem) => stem.length > 1),
  };
}
