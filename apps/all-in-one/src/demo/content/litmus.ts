/** How the litmus tests of one enterprise came out. */
export interface DemoLitmus {
  /** A letter for each of the five questions, by months before today: y yes, n no, a ambivalent. */
  readonly organisation: readonly { readonly months: number; readonly letters: string }[];
  /** Months before today at which managers took their test; the customers were looked at with the first and the last. */
  readonly months: readonly number[];
  /** How readily each manager can say yes, 0 to 1, at the last of the takings. */
  readonly managers: Readonly<Record<string, number>>;
}

export const litmusOf: Readonly<Record<string, DemoLitmus>> = {
  aldermoor: {
    organisation: [
      { months: 13, letters: 'ayann' },
      { months: 1.2, letters: 'yyyya' },
    ],
    months: [11.5, 5, 1],
    managers: { ines: 0.97, jonas: 0.94, mei: 0.7 },
  },
  brackwater: {
    organisation: [{ months: 2, letters: 'ynaan' }],
    months: [6, 1],
    managers: { lena: 0.7 },
  },
};

/** What an answer rests on, by question and answer; not every answer has a note. */
export const litmusNotes: Readonly<Record<string, Readonly<Partial<Record<'yes' | 'no' | 'ambivalent', string>>>>> = {
  O1: {
    yes: 'Key customers are on the agenda of every executive meeting since the spring.',
    ambivalent: 'Two of the nine rarely mention them.',
  },
  O2: { yes: 'Application laboratory for Skagen Turbines, returns from the third year.' },
  O3: {
    yes: 'Capacity planning takes its volumes from the account plans.',
    ambivalent: 'Read, but the budget does not change because of them.',
  },
  O4: { yes: 'Cost to serve is reported each quarter.', no: 'Gross margin only.' },
  O5: {
    no: 'Two grades below the heads of divisions.',
    ambivalent: 'The level is right since January, the bonus still depends on volume.',
  },
  M1: { no: 'I do not know who does logistics in Asia.', ambivalent: 'Names yes, two roles are being settled.' },
  M2: {
    yes: 'Reviewed with the team; the customer has seen it.',
    no: 'Ends next year.',
    ambivalent: 'Complete for two divisions of three.',
  },
  M3: {
    yes: 'Twice a year with the chief operating officer, on capacity.',
    no: 'Procurement director is the highest.',
    ambivalent: 'Met once; the talk was about a claim.',
  },
  M4: { yes: 'Asked in the last survey: 8.6.', ambivalent: 'The plants would, headquarters might not.' },
  M5: { yes: 'Two unplanned stops fewer, confirmed by their controller.', no: 'Nobody has worked it out.' },
  C1: { yes: 'Showed us the five-year investment list.', ambivalent: 'Only after the tender was out.' },
  C3: { yes: 'Joint team on energy use, each side with two engineers.' },
  C5: { yes: 'Their chief executive asked for one person with authority over prices.' },
  C6: { yes: 'Wants one contract for all plants.', no: 'Each plant guards its own terms.' },
};
