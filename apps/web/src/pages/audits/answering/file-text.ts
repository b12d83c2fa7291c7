import { number } from '~/i18n/format';
import { refusalOf } from './file-rules';
import { t } from './texts';

/** As file managers count: 20 MB are 20 x 1024 x 1024 bytes. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_048_576) return `${number(Math.round((bytes / 1_048_576) * 10) / 10)} MB`;
  return bytes >= 1_024 ? `${number(Math.round(bytes / 1_024))} kB` : `${number(bytes)} B`;
}

/** Why a file cannot be attached, in words. */
export function refusalText(file: Pick<File, 'name' | 'size'>): string | undefined {
  const refusal = refusalOf(file);
  return refusal && t(`files.${refusal}`, { name: file.name, size: sizeText(file.size) });
}
