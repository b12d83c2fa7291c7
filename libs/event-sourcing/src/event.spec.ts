import { idOfStream, streamOf } from './decider';
import { isPosition, position, positionParts, START } from './event';

describe('a position', () => {
  it('sorts as text in the order of the feed', () => {
    const inOrder = [
      position(0n, 1n),
      position(9n, 2n),
      position(10n, 1n),
      position(255n, 0n),
      position('4294967296', 7n),
    ];
    expect([START, ...inOrder]).toEqual([START, ...inOrder].toSorted());
  });

  it('gives back the two counters it was made of', () => {
    expect(positionParts(position(4_294_967_297n, 12n))).toEqual({ major: 4_294_967_297n, minor: 12n });
  });

  it.each(['', '1.2', `${START} `, START.replace('.', '-'), START.replace('0', 'g')])('is not %p', (text) => {
    expect(isPosition(text)).toBe(false);
  });

  it('is recognised', () => expect(isPosition(START)).toBe(true));
});

describe('the name of a stream', () => {
  it('tells the id of the record, whatever the id holds', () => {
    expect(idOfStream('acme', streamOf('portfolio.account', 'acme', 'a-acme_b'))).toBe('a-acme_b');
  });
});
