import { alongLine, mapLayout } from './map-layout';

const contact = (id: string, level: 'board' | 'middle', ...people: string[]) => ({
  id,
  level,
  relationships: people.map((personId) => ({ personId })),
});

it('the higher level stands higher, and only levels with somebody have a heading', () => {
  const { contacts, headings } = mapLayout([contact('m', 'middle'), contact('b', 'board')]);
  expect(headings.map(({ level }) => level)).toEqual(['board', 'middle']);
  expect(contacts.get('b')!).toBeLessThan(contacts.get('m')!);
});

it('ours stand beside those whom they know, and nobody outside the picture', () => {
  const layout = mapLayout([contact('b', 'board', 'sponsor'), contact('m', 'middle', 'manager', 'third', 'fourth')]);
  const { people, height } = layout;
  expect(people.get('sponsor')!).toBeLessThan(people.get('manager')!);
  for (const y of people.values()) expect(y > 0 && y < height).toBe(true);
  expect(new Set(people.values()).size).toBe(4);
});

it('a mark lies on its line: at the ends on the people, half way in the middle of both', () => {
  const ends = { left: 10, right: 110, from: 0, to: 40 };
  expect(alongLine(ends, 0)).toEqual({ x: 10, y: 0 });
  expect(alongLine(ends, 1)).toEqual({ x: 110, y: 40 });
  expect(alongLine(ends, 0.5)).toEqual({ x: 60, y: 20 });
});
