/** Pattern for `like` and `ilike`: the words anywhere, read as they are typed. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
