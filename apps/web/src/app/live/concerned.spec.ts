import { type Changes, concerned } from './concerned';

const nothing: Changes = { position: '9', accountIds: [], types: [], by: [], complete: true };

describe('whether an open page reads again', () => {
  it('does not where nothing was changed that the person sees', () => {
    expect(concerned(nothing, undefined)).toBe(false);
    expect(concerned(nothing, 'a-1')).toBe(false);
  });

  it('a list does for any account and any record', () => {
    expect(concerned({ ...nothing, accountIds: ['a-2'] }, undefined)).toBe(true);
    expect(concerned({ ...nothing, types: ['round'] }, undefined)).toBe(true);
  });

  it('the page of an account does for this account and for the rules of all, not for another account', () => {
    expect(concerned({ ...nothing, accountIds: ['a-1'] }, 'a-1')).toBe(true);
    expect(concerned({ ...nothing, accountIds: ['a-2'] }, 'a-1')).toBe(false);
    expect(concerned({ ...nothing, types: ['categories'] }, 'a-1')).toBe(true);
    expect(concerned({ ...nothing, types: ['audit'] }, 'a-1')).toBe(false);
  });

  it('every page does where more was changed than is told', () => {
    expect(concerned({ ...nothing, complete: false }, 'a-1')).toBe(true);
  });
});
