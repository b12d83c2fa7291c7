import type { LitmusTest } from './litmus';

interface Item {
  readonly id: string;
  readonly label: string;
  readonly help: string | null;
  /** What the enterprise adds to the help. */
  readonly guidance: string | null;
}

/** A test with the enterprise's own words laid over the shipped ones; its questions and their order stay. */
export function inOwnWords(test: LitmusTest, items: readonly Item[]): LitmusTest {
  if (items.length === 0) return test;
  const own = new Map(items.map((item) => [item.id, item]));
  const heading = own.get(`test.${test.test}`);
  return {
    ...test,
    name: heading?.label ?? test.name,
    about: heading?.help ?? test.about,
    questions: test.questions.map((question) => {
      const words = own.get(question.id);
      if (!words) return question;
      const help = [words.help ?? question.help, words.guidance].filter(Boolean).join(' ');
      return { ...question, label: words.label, help };
    }),
  };
}
