import { language, texts } from './catalogue';
import { en } from './en';

export type FrameText = keyof typeof en;

let present = texts<FrameText>(en);

/** Loads the person's own language; call it before anything is shown. */
export async function loadTexts(): Promise<void> {
  if (language === 'de') present = texts<FrameText>(en, { de: (await import('./de')).de });
}

/** Texts of the frame and of the shared parts. Pages bring their own: `texts({...})` from './catalogue'. */
export const t: typeof present = (key, values) => present(key, values);
