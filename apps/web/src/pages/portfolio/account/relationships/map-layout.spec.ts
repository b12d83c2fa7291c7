import { mapLayout } from './map-layout';

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
