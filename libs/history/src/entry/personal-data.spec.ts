import { PERSONAL_DATA, withoutPersonalData } from './personal-data';

const name = { enc: '1.key.nonce.tag.cipher' };

describe('personal data in the audit history', () => {
  it('is replaced by a mark wherever it stands', () => {
    expect(withoutPersonalData({ code: 'A1', name, contacts: [{ name, role: 'buyer' }] })).toEqual({
      code: 'A1',
      name: PERSONAL_DATA,
      contacts: [{ name: PERSONAL_DATA, role: 'buyer' }],
    });
    expect(withoutPersonalData(name)).toEqual(PERSONAL_DATA);
  });

  it('leaves the event itself as it was', () => {
    const data = { name, tags: ['x'] };
    withoutPersonalData(data);
    expect(data).toEqual({ name, tags: ['x'] });
  });

  it.each([null, undefined, 3, 'text', { enc: 'not sealed' }, { score: 1, list: [1, 2] }])(
    'changes nothing where there is none: %p',
    (value) => expect(withoutPersonalData(value)).toBe(value),
  );
});
