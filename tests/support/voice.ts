import type { Page } from '@playwright/test';

interface Voiced {
  spoken: string[];
  next(): void;
}

/** Gives a page's next address a voice that says nothing: it keeps what it is given, and ends a text when it is told. */
export async function giveVoice(page: Page): Promise<{ spoken(): Promise<string[]>; next(): Promise<void> }> {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [{}],
        cancel: () => undefined,
        speak: (utterance: SpeechSynthesisUtterance) => {
          spoken.push(utterance.text);
          Object.assign(window, { next: () => utterance.onend?.(new Event('end') as SpeechSynthesisEvent) });
        },
      },
    });
  });
  return {
    spoken: () => page.evaluate(() => (window as unknown as Voiced).spoken),
    next: () => page.evaluate(() => (window as unknown as Voiced).next()),
  };
}
