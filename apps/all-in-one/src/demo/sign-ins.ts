import { ALDERMOOR, BRACKWATER, DEMO_PASSWORD, demoPeople } from './people';

/** Who can sign in to the demo, for the person at the terminal. */
export function signIns(): string {
  const of = (alias: string) =>
    demoPeople
      .filter((person) => person.memberships[alias])
      .map((person) => `    ${person.username.padEnd(8)} ${person.name} · ${person.part}`);
  return [
    `Sign in with one of these names and the password ${DEMO_PASSWORD}:`,
    `  ${ALDERMOOR.name}`,
    ...of(ALDERMOOR.alias),
    `  ${BRACKWATER.name}`,
    ...of(BRACKWATER.alias),
  ].join('\n');
}
