/** 20 MB, as file managers count them. */
export const MAX_FILE_BYTES = 20 * 1_048_576;

/** Why a file cannot be attached, before any of it is sent. */
export const refusalOf = ({ size }: Pick<File, 'size'>): 'tooLarge' | 'empty' | undefined =>
  size > MAX_FILE_BYTES ? 'tooLarge' : size === 0 ? 'empty' : undefined;
