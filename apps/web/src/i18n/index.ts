import { texts } from './catalogue';
import { de } from './de';
import { en } from './en';

/** Texts of the frame and of the shared parts. Pages bring their own: `texts({...})` from './catalogue'. */
export const t = texts(en, { de });
export type FrameText = keyof typeof en;
