import { readPublished } from '../notice/absent.ts';
import type { NoticeData } from '../notice/model.ts';

/** What the site answers at an address. @throws when it answers with no file */
export async function fetched(address: string | undefined): Promise<Response> {
  const response = await fetch(address ?? '');
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** A notice's published data. @throws when it is not to be had */
export const fetchedData = async (address: string | undefined): Promise<NoticeData> =>
  readPublished(await (await fetched(address)).json());
