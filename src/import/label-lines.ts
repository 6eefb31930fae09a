/** What lines look like that begin with a label: 责任单位：…. */

/** 责任科室：…, 主抓部门：…: a role, whether its name is known or not. */
export const ROLE_LABEL =
  /^[（(〔[【｛{]?(?!.{0,6}成员)(?:[\p{Script=Han}]{0,6}(?:单位|部门|科室|处室|股室|主体|责任人|责任|牵头|配合))[：:]/u;
export const LABELLED = /^[（(〔[【｛{]?[\p{Script=Han}]{2,8}[：:]/u;
/** What else lines tell of a duty: 办理时限：0.5个工作日. */
export const BESIDE = /^[\p{Script=Han}]{0,4}(?:时限|期限|成效|成果|来源|渠道|标准|电话)[：:]/u;

/** A line with its labels as a colon ends them: 责任单位为…, 【责任单位】…. */
export const withLabels = (text: string): string =>
  text
    .replace(/^([（(]?[\p{Script=Han}]{2,4}(?:单位|部门|时限|时间))(?:[为是∶︰﹕]|(?=同上))/u, '$1：')
    .replace(/^(?:【[\p{Script=Han}]{2,8}】[^【】]+)+$/u, (all) =>
      all.replace(/【(.+?)】[：:]?/gu, (_, label: string, at: number) => `${at > 0 ? '；' : ''}${label}：`),
    );
