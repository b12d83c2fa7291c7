import type { Action } from '../audits/catalogue';
import { Links } from './links';

const action = (id: string, ...buildsOn: string[]) => ({ id, buildsOn }) as unknown as Action;
const links = new Links([action('A2-03'), action('C1-04', 'A2-03'), action('D2-10', 'C1-04'), action('B1-01')]);

describe('the levels of one element', () => {
  it('are told downwards and upwards, over any number of levels', () => {
    expect(links.buildsOn('D2-10')).toEqual(['C1-04']);
    expect(links.builtOnBy('A2-03')).toEqual(['C1-04']);
    expect(links.relation('D2-10', 'A2-03')).toBe('base');
    expect(links.relation('A2-03', 'D2-10')).toBe('built');
    expect(links.relation('A2-03', 'A2-03')).toBe('self');
    expect(links.count).toBe(2);
  });

  it('have nothing to do with other elements, and nothing is related while none is pointed at', () => {
    expect(links.relation('D2-10', 'B1-01')).toBeUndefined();
    expect(links.relation(undefined, 'B1-01')).toBeUndefined();
  });
});
