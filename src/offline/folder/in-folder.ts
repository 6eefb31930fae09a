/** Names that a person's file manager opens, where a server answers for the folder. */
const INDEX = 'index.html';

/** `units/x/?q=a#b` as the file that holds it: `units/x/index.html?q=a#b`. */
export const fileOf = (address: string): string => address.replace(/(^|\/)(?=[?#]|$)/u, `$1${INDEX}`);

/**
 * An address of the site as a page in the folder must write it; another site's address stays as it is.
 *
 * @param address as the built page has it
 * @param page path of the page's file from the root of the site, without a leading slash: `units/index.html`
 * @param base the path that the site was built for, with a slash at both ends
 */
export function inFolder(address: string, page: string, base: string): string {
  if (!address.startsWith(base) || address.startsWith('//')) return address;
  return '../'.repeat(page.split('/').length - 1) + fileOf(address.slice(base.length));
}
