import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../src/search/model.ts';

/** The same records in Pagefind as it comes: their text as printed, nothing set but the language. */
export async function writeDefaultIndex(records: readonly SearchRecord[], outputPath: string): Promise<void> {
  try {
    const { index } = await createIndex({});
    if (!index) throw new Error('Pagefind made no index');
    for (const { url, title, fields } of records) {
      const content = fields.flatMap(({ texts }) => texts).join('\n');
      await index.addCustomRecord({ url, content, language: 'zh-cn', meta: { title, place: url } });
    }
    await index.writeFiles({ outputPath });
  } finally {
    await close();
  }
}
